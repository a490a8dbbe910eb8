FROM python:3.12-slim
EXPOSE 8000
HEALTHCHECK CMD ["python", "-c", "import socket; socket.create_connection(('127.0.0.1', 8000), 2).close()"]
# the server
CMD ["gunicorn", "app:app"]
