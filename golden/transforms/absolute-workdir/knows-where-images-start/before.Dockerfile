FROM golang:1.22 AS build
WORKDIR src/app
FROM debian:bookworm-slim
WORKDIR app
