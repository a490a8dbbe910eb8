FROM debian:12-slim
RUN apt list --installed
RUN apt-get -y dist-upgrade && apt policy jq
RUN apt edit-sources || true
