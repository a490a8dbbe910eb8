FROM debian:bookworm
RUN if true; then \
  # as root
  rm -rf /tmp/a | tee /x; fi; \
  sudo \
  id
