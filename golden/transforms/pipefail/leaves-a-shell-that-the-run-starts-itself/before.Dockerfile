FROM debian:12
RUN bash -e <<EOF
curl -fsSL https://example.org/a | tar xz
EOF
RUN bash -eo pipefail <<EOF
curl -fsSL https://example.org/a | tar xz
EOF
