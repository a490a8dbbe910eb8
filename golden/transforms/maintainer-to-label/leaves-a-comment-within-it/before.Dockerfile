FROM alpine:3.20
MAINTAINER Ada \
# the first
  Lovelace
