FROM debian:bookworm

CMD ["true"]

CMD ["date"]
