FROM ubuntu:24.04
RUN apt-get update && apt-get install -y git make
RUN git clone https://github.com/example/tool /tool && cd /tool && make install-deps && make
