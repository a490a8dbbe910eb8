FROM debian:bookworm
COPY app.tar.gz /tmp/app.tar.gz
RUN mkdir -p /opt/app && tar -xpf /tmp/app.tar.gz --numeric-owner --no-overwrite-dir -C /opt/app && rm /tmp/app.tar.gz
