FROM golang:1.24-bookworm AS build

WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /srv/hello ./cmd/hello

FROM gcr.io/distroless/static-debian12:nonroot
# Shown by the registry
LABEL org.opencontainers.image.title="hello"
WORKDIR /src
COPY --from=build /srv/hello /srv/hello
COPY --from=build /src/templates /src/templates

EXPOSE 8080
ENTRYPOINT ["/srv/hello"]
