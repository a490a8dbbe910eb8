FROM rust:1.75
WORKDIR /srv/shop
COPY . .
RUN cargo build --release
CMD ["/srv/shop/target/release/shop"]
