FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN make models
EXPOSE 8000
CMD ["python", "app.py"]
