FROM python:3.12-slim
WORKDIR /app
COPY server.py .
# the database
EXPOSE 8000
CMD ["python", "server.py"]
