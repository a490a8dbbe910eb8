# syntax=docker/dockerfile:1
FROM alpine:3.20
WORKDIR /app
RUN --mount=type=secret,id=env,target=/app/.env,required=true . ./.env && ./build
