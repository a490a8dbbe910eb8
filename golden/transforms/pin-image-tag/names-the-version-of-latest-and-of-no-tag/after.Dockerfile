ARG TAG=22.11.0
FROM node:22.11.0 AS a
FROM node:22.11.0@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c AS b
FROM docker.io/library/node:${TAG}
COPY --from=node:22.11.0 /usr/bin/env /usr/bin/env
