FROM debian:bookworm
env OPTIONS="--first \
  # not for production
  --second"
ENV DIR=/data
