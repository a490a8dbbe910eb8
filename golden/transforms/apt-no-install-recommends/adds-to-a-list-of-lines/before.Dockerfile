FROM debian:bookworm
RUN apt-get update && apt-get install -y \
        curl \
        # for the sources
        git && \
    rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y \
    wget \
    xz-utils
RUN apt-get install -y git \
    curl
