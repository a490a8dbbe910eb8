FROM python:3.12-slim
RUN useradd --home-dir /nonexistent web
WORKDIR /app
COPY . .
CMD ["python", "page.py"]
