FROM debian:12
RUN apt update && apt install -y curl
RUN if true; then apt -y upgrade; fi
