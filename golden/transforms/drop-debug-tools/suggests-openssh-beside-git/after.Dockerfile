FROM python:3.13-alpine
RUN apk add --no-cache git
COPY sync.py /app/
CMD ["python", "/app/sync.py"]
