FROM alpine:3.20
run apk add --no-cache curl \
  && rm -rf /var/cache/apk/*
