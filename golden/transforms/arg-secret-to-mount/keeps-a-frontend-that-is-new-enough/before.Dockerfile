# syntax=docker/dockerfile:1.10
FROM alpine:3.20
ARG API_TOKEN
RUN --mount=type=cache,target=/c ./fetch "$API_TOKEN"
