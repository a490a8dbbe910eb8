FROM debian:12
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl git ca-certificates openssh-client \
 && apt-get install -y --no-install-recommends git-lfs \
 && rm -rf /var/lib/apt/lists/*
RUN apt-get update; if test -f x; then apt-get install -y --no-install-recommends git ca-certificates openssh-client; fi; apt-get install -y --no-install-recommends git ca-certificates openssh-client
