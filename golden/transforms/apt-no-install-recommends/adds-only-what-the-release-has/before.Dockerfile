FROM debian:11
RUN apt-get update && apt-get install -y mariadb-server
FROM debian:12
RUN apt-get update && apt-get install -y mariadb-server
FROM ubuntu:16.04
RUN apt-get update && apt-get install -y mariadb-server
FROM ubuntu:22.04
RUN apt-get update && apt-get install -y mariadb-server podman
