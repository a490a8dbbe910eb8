# syntax=docker/dockerfile:1
FROM golang:1.22 AS build
RUN --mount=type=secret,id=github_token,env=GITHUB_TOKEN,required=true GOPROXY=direct GIT_TOKEN=$GITHUB_TOKEN go build ./...
FROM debian:12
COPY --from=build /a /a
