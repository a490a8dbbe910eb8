FROM alpine:3.20
ADD --chown=1000:1000 ["a file.txt", "/app/"]
ADD conf/*.conf /etc/shop/
ONBUILD ADD . /app
