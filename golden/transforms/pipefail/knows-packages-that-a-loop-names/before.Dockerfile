FROM debian:12-slim
RUN apt-get update && for tool in curl git; do apt-get install -y --no-install-recommends $tool; done && rm -rf /var/lib/apt/lists/*
RUN curl -fsSL https://example.org/a.tgz | tar xz
RUN wget -qO- https://example.org/b.tgz | tar xz
