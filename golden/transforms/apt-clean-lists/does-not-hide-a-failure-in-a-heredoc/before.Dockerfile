FROM debian:bookworm
RUN <<EOF
  apt-get update
  apt-get install -y tini
EOF
RUN <<EOF
set -e
apt-get update
apt-get install -y less
EOF
