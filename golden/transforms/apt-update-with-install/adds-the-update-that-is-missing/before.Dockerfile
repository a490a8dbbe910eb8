FROM debian:bookworm-slim
RUN apt-get install -y tini
RUN apt-get -y install less && rm -rf /tmp/*
