FROM debian:bookworm
RUN apt-get update && apt-get install -y git vim && git clone https://example.com/a.git /app
CMD ["/app/run"]
