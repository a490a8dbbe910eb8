FROM python:3.12
WORKDIR /app
COPY . .
EXPOSE 3000
CMD ["python", "app.py"]
