FROM rust:1.75
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN cargo build --release
RUN mkdir -p /orders && chown app:app /srv/shop /orders
USER 10001:10001
CMD ["/srv/shop/target/release/shop"]
