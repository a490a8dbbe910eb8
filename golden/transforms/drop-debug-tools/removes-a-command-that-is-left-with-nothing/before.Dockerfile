FROM alpine:3.20
RUN apk add --no-cache vim && adduser -S app
RUN apk update && apk add nano tcpdump && rm -rf /var/cache/apk/*
USER app
CMD ["httpd", "-f"]
