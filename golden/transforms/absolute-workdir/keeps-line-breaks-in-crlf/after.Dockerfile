FROM debian:bookworm
WORKDIR /srv
WORKDIR \
  # the application
  /srv/app
WORKDIR lo\
gs
