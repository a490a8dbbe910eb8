FROM debian:bookworm
RUN gem \
  # the tool
  install \
  rake -v 13.0.0
