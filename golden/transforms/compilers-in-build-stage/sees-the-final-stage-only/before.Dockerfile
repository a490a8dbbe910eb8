FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc libc6-dev
COPY hello.c .
RUN gcc -o /hello hello.c

FROM debian:bookworm
RUN apt-get update && apt-get install -y make libssl-dev
COPY --from=build /hello /hello
RUN make -C /opt
CMD ["/hello"]
