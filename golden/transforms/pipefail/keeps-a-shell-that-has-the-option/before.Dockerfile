FROM debian:bookworm AS one
RUN apt-get update && apt-get install -y curl
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz
FROM alpine:3.20 AS two
RUN set -o pipefail && wget -qO- https://example.com/a.tgz | tar xz
FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
SHELL ["/bin/bash", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz
