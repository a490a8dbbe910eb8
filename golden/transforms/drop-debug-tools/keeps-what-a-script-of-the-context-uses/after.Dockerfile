FROM debian:bookworm
RUN apt-get update && apt-get install -y netcat-openbsd dnsutils vim
COPY . /app
ENTRYPOINT ["/app/start.sh"]
