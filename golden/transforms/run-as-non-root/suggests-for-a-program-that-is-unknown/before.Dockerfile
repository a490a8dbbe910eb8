FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends weatherd && rm -rf /var/lib/apt/lists/*
EXPOSE 80
CMD ["weatherd", "--foreground"]
