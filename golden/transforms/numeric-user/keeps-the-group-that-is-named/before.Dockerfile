FROM alpine:3.20
RUN addgroup -S -g 101 web \
    # the account
    && adduser -S -D -u 100 -G web web
USER web:web
