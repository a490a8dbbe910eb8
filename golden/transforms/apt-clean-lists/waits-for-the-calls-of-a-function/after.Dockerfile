FROM debian:bookworm
RUN get() { apt-get install -y --no-install-recommends "$@"; }; \
    apt-get update; \
    get tzdata; \
    get jq \
    && rm -rf /var/lib/apt/lists/*
RUN one() { echo "$1"; }; apt-get update; apt-get install -y m4; rm -rf /var/lib/apt/lists/*; one done
