FROM debian:bookworm
RUN <<EOF
  apt-get update
  apt-get install -y tini && rm -rf /var/lib/apt/lists/*
EOF
RUN <<EOF
set -e
apt-get update
apt-get install -y less
rm -rf /var/lib/apt/lists/*
EOF
