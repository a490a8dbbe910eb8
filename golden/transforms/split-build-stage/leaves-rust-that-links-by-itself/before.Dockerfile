FROM rust:1.80-bookworm
WORKDIR /src
COPY . .
RUN cargo build --release
EXPOSE 8080
CMD ["/src/target/release/shop"]
