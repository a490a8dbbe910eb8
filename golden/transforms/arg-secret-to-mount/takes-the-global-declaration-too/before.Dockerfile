ARG GITHUB_TOKEN
FROM golang:1.22 AS build
ARG GITHUB_TOKEN
RUN GOPROXY=direct GIT_TOKEN=$GITHUB_TOKEN go build ./...
FROM debian:12
COPY --from=build /a /a
