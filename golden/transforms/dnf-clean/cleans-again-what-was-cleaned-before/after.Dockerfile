FROM fedora:40
RUN dnf clean all && dnf install -y tini && dnf clean all
