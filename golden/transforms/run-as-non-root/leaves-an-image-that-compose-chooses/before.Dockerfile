ARG BASE=python:3.12-slim
FROM ${BASE}
WORKDIR /app
COPY shop.py .
CMD ["python", "shop.py"]
