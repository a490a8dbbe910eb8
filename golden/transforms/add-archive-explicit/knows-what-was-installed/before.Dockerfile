FROM ubuntu:24.04
ADD tool.tar.xz /opt/
RUN apt-get update && apt-get install -y xz-utils
ADD tool.tar.xz /opt/
ADD tool.tar.bz2 /opt/
