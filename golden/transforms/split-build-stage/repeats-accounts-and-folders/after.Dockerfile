FROM golang:1.24-bookworm AS build
RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app app
RUN mkdir -p /var/lib/shop && chown app:app /var/lib/shop
WORKDIR /src
COPY go.mod main.go ./
RUN <<EOF
export CGO_ENABLED=0
go build -o /srv/shop .
EOF

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app app
RUN mkdir -p /var/lib/shop && chown app:app /var/lib/shop
WORKDIR /src
COPY --from=build --chown=app /srv/shop /srv/shop
USER app
CMD ["/srv/shop"]
