FROM alpine:3.20
MAINTAINER Ada \
  Lovelace