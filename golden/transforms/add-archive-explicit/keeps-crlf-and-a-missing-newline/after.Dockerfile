FROM debian:bookworm
RUN --mount=type=bind,source=app.tar.gz,target=/tmp/app.tar.gz \
    mkdir -p /opt/app && tar -xpf /tmp/app.tar.gz --numeric-owner --no-overwrite-dir -C /opt/app