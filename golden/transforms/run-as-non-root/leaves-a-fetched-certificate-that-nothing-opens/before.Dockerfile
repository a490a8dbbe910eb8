FROM python:3.12-slim
WORKDIR /app
ADD https://example.com/root.pem /usr/local/share/root.pem
COPY app.py .
EXPOSE 8000
CMD ["python", "app.py"]
