FROM python:3.12
WORKDIR /app
COPY . .
ENTRYPOINT ["./start.sh"]
