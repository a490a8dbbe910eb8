FROM debian:bookworm
RUN \
  apt-get update
ENV LANG=C
RUN set -ex; \
  apt-get install -y \
    # the init
    tini
