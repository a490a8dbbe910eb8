# syntax=docker/dockerfile:1
FROM python:3.12-slim
RUN --mount=type=secret,id=server.key,target=/etc/app/server.key,required=true openssl rsa -in /etc/app/server.key -check
COPY app.py /app.py
CMD ["python", "/app.py"]
