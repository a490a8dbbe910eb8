FROM golang:1.22 AS build
WORKDIR /go/src/app
FROM debian:bookworm-slim
WORKDIR /app
