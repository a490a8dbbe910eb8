FROM python:3.12-slim
WORKDIR /app
COPY server.py .
# the database
EXPOSE 5432
EXPOSE 8000 6379
CMD ["python", "server.py"]
