FROM debian:bookworm
RUN apt-get update && apt-get install -y htop iproute2
CMD tail -f /dev/null
