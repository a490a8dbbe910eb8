# syntax=docker/dockerfile:1.4
FROM alpine:3.20
ARG API_TOKEN
RUN ./fetch "$API_TOKEN"
