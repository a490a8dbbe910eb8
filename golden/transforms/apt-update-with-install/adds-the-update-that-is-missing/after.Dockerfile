FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y tini
RUN apt-get update && apt-get -y install less && rm -rf /tmp/*
