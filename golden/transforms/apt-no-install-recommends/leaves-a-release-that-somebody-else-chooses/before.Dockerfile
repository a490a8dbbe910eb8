ARG SUITE=trixie
FROM debian:${SUITE}
RUN apt-get update && apt-get install -y mariadb-server && rm -rf /var/lib/apt/lists/*
