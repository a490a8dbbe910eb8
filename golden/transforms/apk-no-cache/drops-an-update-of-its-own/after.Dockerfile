FROM alpine:3.20
RUN apk add --no-cache tini
RUN apk upgrade --no-cache
