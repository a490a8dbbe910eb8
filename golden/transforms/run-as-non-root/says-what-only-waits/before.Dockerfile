FROM debian:12-slim
CMD ["tail", "-f", "/dev/null"]
