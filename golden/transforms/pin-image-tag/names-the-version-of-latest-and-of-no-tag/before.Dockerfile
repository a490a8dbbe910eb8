ARG TAG=latest
FROM node AS a
FROM node:latest@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c AS b
FROM docker.io/library/node:${TAG}
COPY --from=node /usr/bin/env /usr/bin/env
