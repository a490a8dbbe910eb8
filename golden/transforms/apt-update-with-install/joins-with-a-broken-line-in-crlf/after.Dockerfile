FROM debian:bookworm
ENV LANG=C
RUN set -ex; \
  apt-get update; \
  apt-get install -y \
    # the init
    tini
