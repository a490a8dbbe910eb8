FROM debian:12
RUN apt-get -qq update
ADD https://example.com/setup /usr/local/bin/setup
RUN chmod +x /usr/local/bin/setup && setup
