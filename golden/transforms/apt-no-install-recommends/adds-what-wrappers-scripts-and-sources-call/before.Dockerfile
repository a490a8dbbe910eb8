FROM debian:bookworm AS packages
RUN apt-get update && apt-get install -y devscripts
COPY control rules /deb/debian/
RUN mk-build-deps -i /deb/debian/control && cd /deb && fakeroot debian/rules binary

FROM debian:bookworm
RUN apt-get update && apt-get install -y perl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y vim && rm -rf /var/lib/apt/lists/*
COPY dump.sh ask.pl /srv/
COPY --from=packages /deb /deb
CMD ["/srv/dump.sh"]
