FROM debian:bookworm AS packages
RUN apt-get update && apt-get install -y --no-install-recommends devscripts equivs netbase
COPY control rules /deb/debian/
RUN mk-build-deps -i /deb/debian/control && cd /deb && fakeroot debian/rules binary

FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends perl netbase && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y --no-install-recommends vim xxd && rm -rf /var/lib/apt/lists/*
COPY dump.sh ask.pl /srv/
COPY --from=packages /deb /deb
CMD ["/srv/dump.sh"]
