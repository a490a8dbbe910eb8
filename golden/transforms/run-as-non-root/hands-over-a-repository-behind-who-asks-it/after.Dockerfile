FROM golang:1.21
WORKDIR /srv/shop
COPY . .
RUN make shop
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app \
    && chown -R app:app /srv/shop
USER 10001:10001
CMD ["/srv/shop/bin/shop"]
