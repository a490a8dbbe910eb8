FROM alpine:3.20
RUN apk update
RUN apk add tini
RUN apk upgrade --update-cache
