FROM python:3.12-slim-bookworm
WORKDIR /app
COPY requirements.txt .
RUN apt-get update && apt-get install -y gcc && pip install -r requirements.txt && apt-get purge -y gcc
COPY . .
CMD ["python", "shop.py"]
