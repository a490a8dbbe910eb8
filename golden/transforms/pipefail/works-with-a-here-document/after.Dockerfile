FROM alpine:3.20
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
RUN <<EOF
set -e
wget -qO- https://example.com/a.tgz | tar xz
EOF
SHELL ["/bin/sh", "-c"]
ENTRYPOINT ["/app"]
