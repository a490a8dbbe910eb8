FROM debian:12
RUN apt-get update -o Acquire::Retries=3 && \
    apt-get install -y curl && \
    rm -rf /var/lib/apt/lists/*
ENV LANG=C.UTF-8
# tools
RUN apt-get update -o Acquire::Retries=3 && \
    apt-get install -y git && \
    git --version && \
    rm -rf /var/lib/apt/lists/*
RUN set -e; apt-get update -o Acquire::Retries=3; apt-get install -y jq; jq --version; rm -rf /var/lib/apt/lists/*
