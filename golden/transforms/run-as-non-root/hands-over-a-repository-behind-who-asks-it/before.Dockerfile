FROM golang:1.21
WORKDIR /srv/shop
COPY . .
RUN make shop
CMD ["/srv/shop/bin/shop"]
