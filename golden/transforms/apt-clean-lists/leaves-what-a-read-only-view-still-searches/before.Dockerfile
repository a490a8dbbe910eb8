FROM debian:bookworm
RUN apt-get update; apt-get install -y tini; set +e
RUN apt-cache policy tini
