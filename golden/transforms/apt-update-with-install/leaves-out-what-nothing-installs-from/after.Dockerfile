FROM debian:bookworm
COPY app /app
CMD ["/app/run"]
