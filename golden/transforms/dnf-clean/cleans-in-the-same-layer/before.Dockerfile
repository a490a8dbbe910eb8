FROM fedora:41
RUN dnf install -y curl
RUN dnf -y update \
    && dnf -y install git
