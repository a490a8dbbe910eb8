FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends gcc make libc6-dev libpq-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Makefile server.c ./
RUN make
CMD ["./server"]
