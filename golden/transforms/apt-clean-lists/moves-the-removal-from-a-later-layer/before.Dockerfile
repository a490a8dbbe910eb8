FROM debian:bookworm
RUN apt-get update && apt-get install -y tini
COPY . /app
RUN rm -rf /var/lib/apt/lists/*
CMD ["/app/run"]
