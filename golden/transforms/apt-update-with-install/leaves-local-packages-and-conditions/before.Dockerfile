FROM debian:bookworm
COPY shop.deb /tmp/
RUN apt-get install -y /tmp/shop.deb
RUN apt-get install -y tini || true
