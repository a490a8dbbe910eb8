FROM python:3.12-slim
WORKDIR /app
COPY --link . .
CMD ["python", "-m", "shop"]
