FROM debian:bookworm-slim
RUN useradd --create-home shop
WORKDIR /app
COPY --chown=shop shop /app/shop
RUN chown shop /app
USER shop
CMD ["/app/shop"]
