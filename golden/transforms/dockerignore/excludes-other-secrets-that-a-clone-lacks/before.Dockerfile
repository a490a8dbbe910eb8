FROM debian:12
COPY . /srv/shop
CMD ["/srv/shop/run"]
