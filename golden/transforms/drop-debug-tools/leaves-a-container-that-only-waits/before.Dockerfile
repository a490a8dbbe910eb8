FROM debian:bookworm
RUN apt-get update && apt-get install -y tcpdump iproute2
ENTRYPOINT ["sleep", "infinity"]
