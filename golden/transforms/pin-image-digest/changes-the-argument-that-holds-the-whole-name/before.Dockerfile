ARG REG=docker.io/library
ARG BASE=${REG}/node:20
FROM ${BASE} AS build
RUN make
FROM ${BASE}
