ARG PY=3.12-slim-bookworm
FROM python:${PY}
WORKDIR /app
COPY shop.py .
CMD ["python", "shop.py"]
