FROM golang:1.24-bookworm AS build
WORKDIR /src
COPY . .
RUN go build -o shop .

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates tzdata \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /src/shop /src/shop
CMD ["./shop"]
