FROM ubuntu:24.04
ADD tool.tar.xz /opt/
RUN apt-get update && apt-get install -y xz-utils
RUN --mount=type=bind,source=tool.tar.xz,target=/tmp/tool.tar.xz \
    mkdir -p /opt && tar -xpf /tmp/tool.tar.xz --numeric-owner --no-overwrite-dir -C /opt
ADD tool.tar.bz2 /opt/
