FROM debian:bookworm
RUN apt-get update && apt-get install -y tini && rm -rf /var/lib/apt/lists/*
COPY . /app
CMD ["/app/run"]
