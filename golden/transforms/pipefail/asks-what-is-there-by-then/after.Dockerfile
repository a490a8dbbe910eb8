FROM eclipse-temurin:21-jre-jammy
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/agent.tgz | tar xz -C /opt
FROM debian:12
RUN curl -fsSL https://example.com/setup.sh | bash -
RUN apt-get update && apt-get install -y curl
FROM debian:12
RUN tools="ca-certificates curl" && apt-get update && apt-get install -y $tools
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/tools.tgz | tar xz -C /opt
FROM mediawiki:1.43
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN wget -qO- https://example.com/skin.tgz | tar xz
FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN find /usr/local -type f -name '*.a' | xargs rm -f
SHELL ["/bin/sh", "-c"]
