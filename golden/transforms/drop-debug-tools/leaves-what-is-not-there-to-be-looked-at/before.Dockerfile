FROM debian:bookworm
RUN apt-get update && apt-get install -y vim
COPY . /app
CMD ["/app/run"]
