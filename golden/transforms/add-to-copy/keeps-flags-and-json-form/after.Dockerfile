FROM alpine:3.20
COPY --chown=1000:1000 ["a file.txt", "/app/"]
COPY conf/*.conf /etc/shop/
ONBUILD COPY . /app
