FROM debian:bookworm
WORKDIR /srv
WORKDIR \
  # the application
  app
WORKDIR lo\
gs
