FROM debian:bookworm
CMD ["/app"]
