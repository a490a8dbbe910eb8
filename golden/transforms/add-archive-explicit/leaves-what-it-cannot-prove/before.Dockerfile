FROM alpine:3.20
ADD app.tar.gz /app/
FROM scratch
ADD rootfs.tar.xz /
FROM debian:bookworm
ARG V=1
ADD --chown=1000:1000 app.tar.gz /app/
ADD app-$V.tar.gz /app/
ADD a.tar.gz b.tar.gz /app/
ADD *.tar.gz /app/
ADD https://example.com/a.tar.gz /app/
ADD a.tar.gz /
ADD ["a.tar.gz", "/app dir/"]
ADD a.gz /app/
USER app
ADD a.tar.gz /app/
