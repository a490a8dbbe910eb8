FROM debian:bookworm
RUN <<EOF
apt-get update
apt-get install -y git \
  vim \
  nano
EOF
CMD ["/app"]
