FROM debian:bookworm
RUN if true; then \
  # as root
  sudo rm -rf /tmp/a | sudo tee /x; fi; \
  sudo \
  id
