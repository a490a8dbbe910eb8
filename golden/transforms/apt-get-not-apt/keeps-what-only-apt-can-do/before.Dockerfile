FROM debian:12
RUN apt-get update && apt list --installed && echo apt install
COPY apt /apt
