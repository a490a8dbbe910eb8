FROM debian:bookworm
RUN apt-get update && apt-get install -y htop iproute2
CMD /bin/bash -i
