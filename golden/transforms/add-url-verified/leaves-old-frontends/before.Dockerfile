# syntax=docker/dockerfile:1.4
FROM debian:bookworm
ADD https://example.com/a.tar.gz /opt/
