FROM golang:1.23 \
  # the builder
  as build
ru\
n go build ./...
RUN true
