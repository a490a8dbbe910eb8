FROM golang:1.24-bookworm AS build
WORKDIR /go/src/hello
COPY go.mod main.go ./
RUN go install .

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /go/src/hello
COPY --from=build /go/bin/hello /usr/local/bin/hello
CMD ["hello"]
