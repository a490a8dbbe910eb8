FROM debian:bookworm
RUN apt-get update && apt-get install -y \
    libpq5
CMD ["/app"]
