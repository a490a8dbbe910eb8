FROM debian:11
RUN apt-get update && apt-get install -y --no-install-recommends mariadb-server
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends mariadb-server mariadb-plugin-provider-lz4 mariadb-plugin-provider-lzma mariadb-plugin-provider-snappy mariadb-plugin-provider-bzip2 mariadb-plugin-provider-lzo
FROM ubuntu:16.04
RUN apt-get update && apt-get install -y mariadb-server
FROM ubuntu:22.04
RUN apt-get update && apt-get install -y mariadb-server podman
