FROM debian:bookworm
WORKDIR /srv
# the application
RUN --mount=type=bind,source=build/app.tar,target=/tmp/app.tar \
    mkdir -p /opt/app && tar -xpf /tmp/app.tar --numeric-owner --no-overwrite-dir -C /opt/app
run --mount=type=bind,source=site.tgz,target=/tmp/site.tgz \
    tar -xpf /tmp/site.tgz --numeric-owner --no-overwrite-dir -C .
RUN --mount=type=bind,source=./data.tar.gz,target=/tmp/data.tar.gz \
    mkdir -p data && tar -xpf /tmp/data.tar.gz --numeric-owner --no-overwrite-dir -C data
CMD ["/opt/app/run"]
