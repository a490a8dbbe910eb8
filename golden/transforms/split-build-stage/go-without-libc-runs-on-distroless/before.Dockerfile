FROM golang:1.24-bookworm

# Shown by the registry
LABEL org.opencontainers.image.title="hello"

WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /srv/hello ./cmd/hello

EXPOSE 8080
ENTRYPOINT ["/srv/hello"]
