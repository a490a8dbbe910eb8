FROM debian:bookworm
RUN apt-get update && apt-get install -y vim git
CMD ["/app"]
