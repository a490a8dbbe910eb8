FROM debian:bookworm
RUN apt-get update
COPY app /app
CMD ["/app/run"]
