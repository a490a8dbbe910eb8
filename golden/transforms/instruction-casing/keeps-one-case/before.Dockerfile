arg VERSION=1.23
FROM golang:${VERSION} AS build
RUN go build ./...
ONBUILD run make
HEALTHCHECK cmd true
