FROM fedora:41
RUN dnf install -y curl && dnf clean all
RUN --mount=type=cache,target=/var/cache/dnf dnf install -y git
