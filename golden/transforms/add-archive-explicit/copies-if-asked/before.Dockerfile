FROM debian:bookworm
ADD app.tar.gz /opt/app/
