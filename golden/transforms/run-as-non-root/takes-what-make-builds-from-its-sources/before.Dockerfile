FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc make
WORKDIR /srv/count
COPY . .
RUN make
EXPOSE 7000
CMD ["./count"]
