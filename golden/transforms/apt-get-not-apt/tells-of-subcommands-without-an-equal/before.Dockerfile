FROM debian:12-slim
RUN apt list --installed
RUN apt -y full-upgrade && apt policy jq
RUN apt edit-sources || true
