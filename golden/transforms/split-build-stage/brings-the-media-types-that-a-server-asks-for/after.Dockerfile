FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY . .
RUN go build -o /src/files .

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates media-types \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /src/files /src/files
EXPOSE 8080
CMD ["/src/files"]
