FROM python:3.12-slim
COPY server.key /etc/app/server.key
RUN openssl rsa -in /etc/app/server.key -check
COPY app.py /app.py
CMD ["python", "/app.py"]
