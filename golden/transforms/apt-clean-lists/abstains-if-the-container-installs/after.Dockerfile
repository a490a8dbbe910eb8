FROM debian:bookworm
RUN apt-get update
ENTRYPOINT ["apt-get", "install", "-y"]
FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
CMD sh -c "apt-get install -y $PACKAGES && run"
FROM debian:bookworm
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
CMD sh -c "apt-get update && apt-get install -y $PACKAGES && run"
