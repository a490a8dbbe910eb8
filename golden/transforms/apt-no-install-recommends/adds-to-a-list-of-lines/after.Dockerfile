FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends \
        curl \
        # for the sources
        git \
        ca-certificates \
        openssh-client && \
    rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y --no-install-recommends \
    wget \
    xz-utils \
    ca-certificates
RUN apt-get install -y --no-install-recommends git \
    curl ca-certificates openssh-client
