FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends sudo ssh && rm -rf /var/lib/apt/lists/*
RUN echo "app ALL=(ALL) NOPASSWD:ALL" > /etc/sudoers.d/app
COPY server.py requirements.txt /app/
RUN pip install --no-cache-dir -r /app/requirements.txt
CMD ["python", "/app/server.py"]
