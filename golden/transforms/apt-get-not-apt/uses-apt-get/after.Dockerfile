FROM debian:12
RUN apt-get update && apt-get install -y curl
RUN if true; then apt-get -y upgrade --with-new-pkgs; fi
