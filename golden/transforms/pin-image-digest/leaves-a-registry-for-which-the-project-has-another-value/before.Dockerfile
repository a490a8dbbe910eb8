ARG HUB=docker.io
ARG MIRROR=docker.io/
FROM ${HUB}/library/redis:7.2 AS a
FROM ${MIRROR}library/alpine:3.23
