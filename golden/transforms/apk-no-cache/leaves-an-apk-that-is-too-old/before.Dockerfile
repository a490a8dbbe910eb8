FROM alpine:3.2 AS old
RUN apk update && apk add nginx

FROM gliderlabs/alpine:2.7 AS older
RUN apk add --update nginx

FROM alpine:3.10 AS new-enough
RUN apk update && apk add nginx
