FROM debian:bookworm
RUN get() { apt-get install -y --no-install-recommends "$@"; }; \
    apt-get update; \
    get tzdata; \
    get jq
RUN one() { echo "$1"; }; apt-get update; apt-get install -y m4; one done
