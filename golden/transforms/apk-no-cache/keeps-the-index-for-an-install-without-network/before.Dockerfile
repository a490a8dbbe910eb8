FROM alpine:3.22
RUN apk add curl
RUN apk add --no-network git
