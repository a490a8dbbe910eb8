FROM debian:bookworm
ADD https://example.com/a.tar.gz /opt/
