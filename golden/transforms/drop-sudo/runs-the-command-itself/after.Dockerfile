FROM debian:bookworm
RUN apt-get update && make install && FOO=1 ./configure
