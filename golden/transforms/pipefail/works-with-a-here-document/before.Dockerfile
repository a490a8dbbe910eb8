FROM alpine:3.20
RUN <<EOF
set -e
wget -qO- https://example.com/a.tgz | tar xz
EOF
ENTRYPOINT ["/app"]
