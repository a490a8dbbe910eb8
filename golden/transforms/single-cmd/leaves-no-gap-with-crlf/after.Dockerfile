FROM debian:bookworm

CMD ["date"]
