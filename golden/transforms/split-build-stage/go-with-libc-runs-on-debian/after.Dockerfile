FROM golang:1.24-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends libsqlite3-dev tzdata && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY go.mod go.sum main.go ./
RUN go build -o /srv/hello .

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libsqlite3-0 tzdata \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /srv/hello /srv/hello
VOLUME /data
CMD ["/srv/hello"]
