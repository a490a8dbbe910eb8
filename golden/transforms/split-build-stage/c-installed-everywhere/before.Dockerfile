FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc make libc6-dev
WORKDIR /src
COPY Makefile server.c ./
RUN make && make install
CMD ["./server"]
