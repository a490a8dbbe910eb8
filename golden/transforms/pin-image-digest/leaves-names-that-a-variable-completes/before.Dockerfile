ARG ARCH=
ARG KIND=redis
ARG SUFFIX=
FROM ${ARCH}alpine:3.23 AS a
FROM library/${KIND}:7.2 AS b
FROM redis:7.2${SUFFIX} AS c
FROM ${ARCH:-}redis:7.2 AS d
FROM ${BASE:-redis:7.2} AS e
FROM redis:${V:-7.2}
