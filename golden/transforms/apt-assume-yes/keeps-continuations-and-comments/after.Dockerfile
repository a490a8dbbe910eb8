FROM debian:12
RUN set -ex; \
    apt-get update; \
    # tools
    apt-get install -y --no-install-recommends \
      curl \
      git; \
    true
