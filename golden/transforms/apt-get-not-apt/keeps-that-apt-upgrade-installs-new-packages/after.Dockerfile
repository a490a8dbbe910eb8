FROM debian:bookworm
RUN apt-get update && \
    # all that is new
    apt-get upgrade --with-new-pkgs -y
