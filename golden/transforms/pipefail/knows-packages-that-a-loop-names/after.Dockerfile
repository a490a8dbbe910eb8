FROM debian:12-slim
RUN apt-get update && for tool in curl git; do apt-get install -y --no-install-recommends $tool; done && rm -rf /var/lib/apt/lists/*
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.org/a.tgz | tar xz
SHELL ["/bin/sh", "-c"]
RUN wget -qO- https://example.org/b.tgz | tar xz
