FROM debian:bookworm
RUN apt-get update && apt-get install -y vim nano openssh-client git
CMD ["/app"]
