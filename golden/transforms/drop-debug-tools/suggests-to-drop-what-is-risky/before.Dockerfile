FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends git sudo ssh && rm -rf /var/lib/apt/lists/*
COPY server.py /app/
CMD ["python", "/app/server.py"]
