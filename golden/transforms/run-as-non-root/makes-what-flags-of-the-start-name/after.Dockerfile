FROM golang:1.22
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /srv/shop
COPY --chown=app:app . .
RUN go build -o shop .
RUN mkdir -p /orders /pictures && chown app:app /srv/shop /orders /pictures
USER 10001:10001
CMD ["./shop", "-orders", "/orders/today.json", "-pictures=/pictures", "-read", "/etc/shop.yml"]
