FROM debian:12
RUN apt-get update
ENV DEBIAN_FRONTEND=noninteractive
COPY a.list /etc/apt/sources.list.d/
RUN apt-get install -y curl
