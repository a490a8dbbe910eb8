FROM debian:bookworm
RUN apt-get update && apt-get install -y make
COPY Makefile .
RUN make all
