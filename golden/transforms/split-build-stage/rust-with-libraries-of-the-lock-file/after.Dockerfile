FROM rust:1.80-bookworm AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY src src
RUN cargo build --release

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libssl3 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /src/target/release/shop /src/target/release/shop
EXPOSE 8000
CMD ["./target/release/shop"]
