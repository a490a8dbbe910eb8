ARG REG=docker.io/library
ARG BASE=${REG}/node:20@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c
FROM ${BASE} AS build
RUN make
FROM ${BASE}
