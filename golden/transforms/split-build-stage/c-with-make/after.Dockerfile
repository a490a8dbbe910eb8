FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc make libc6-dev libpq-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Makefile server.c ./
RUN make

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY --from=build /src/server /src/server
CMD ["./server"]
