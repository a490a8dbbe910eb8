FROM alpine:3.20
run apk update \
  && apk add curl \
  && rm -rf /var/cache/apk/*
