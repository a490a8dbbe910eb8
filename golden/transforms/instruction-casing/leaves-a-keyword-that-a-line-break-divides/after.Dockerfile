FROM golang:1.23 \
  # the builder
  AS build
ru\
n go build ./...
RUN true
