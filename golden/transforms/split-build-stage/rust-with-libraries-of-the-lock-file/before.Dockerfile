FROM rust:1.80-bookworm
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY src src
RUN cargo build --release
EXPOSE 8000
CMD ["./target/release/shop"]
