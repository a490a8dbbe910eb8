FROM debian:bookworm
RUN apt-get update && apt-get install -y netcat-openbsd dnsutils vim less man-db
COPY . /app
ENTRYPOINT ["/app/start.sh"]
