FROM ubuntu:24.04
RUN apt-get update && apt-get install -y curl git make
RUN curl -fsSL https://deb.nodesource.com/setup_22.x | bash - && apt-get install -y nodejs
RUN curl --proto '=https' -sSf https://sh.rustup.rs | sh -s -- -y
RUN git clone https://github.com/example/tool /tool && make -C /tool && make -C /tool install
