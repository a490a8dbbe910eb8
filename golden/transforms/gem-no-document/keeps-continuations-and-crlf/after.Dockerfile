FROM debian:bookworm
RUN gem \
  # the tool
  install --no-document \
  rake -v 13.0.0
