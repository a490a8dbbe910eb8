FROM debian:bookworm-slim
RUN useradd --create-home shop
WORKDIR /app
COPY shop /app/shop
CMD ["/app/shop"]
