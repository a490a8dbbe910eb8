FROM debian:12
RUN apt-get update \
 && apt-get install -y curl git \
 && apt-get install -y git-lfs \
 && rm -rf /var/lib/apt/lists/*
RUN apt-get update; if test -f x; then apt-get install -y git; fi; apt-get install -y git
