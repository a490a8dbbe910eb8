FROM fedora:41
RUN dnf install -y curl && dnf clean all
RUN dnf -y update \
    && dnf -y install git \
    && dnf clean all
