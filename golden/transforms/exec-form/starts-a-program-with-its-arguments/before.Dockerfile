FROM python:3.12-slim AS web
HEALTHCHECK --interval=30s CMD python /app/check.py
CMD gunicorn --bind 0.0.0.0:8000 "my app:app"
FROM python:3.12-slim
ENTRYPOINT exec python -m http.server
