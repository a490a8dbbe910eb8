FROM debian:bookworm AS one
RUN apt-get update && apt-get install -y curl
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz
SHELL ["/bin/sh", "-c"]
RUN echo "a\nb" > /etc/lines
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/b.tgz | tar xz
FROM debian:bookworm
RUN echo -e "a" | tee /b
