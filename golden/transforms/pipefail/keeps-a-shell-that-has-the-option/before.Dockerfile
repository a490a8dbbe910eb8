FROM debian:bookworm AS one
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz
FROM alpine:3.20 AS two
RUN set -o pipefail && wget -qO- https://example.com/a.tgz | tar xz
FROM debian:bookworm
SHELL ["/bin/bash", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz
