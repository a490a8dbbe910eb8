FROM debian:bookworm
ENV GET="apt-get install -y"
RUN fetch() { apt-get -y install "$1"; }; all() { fetch tini; fetch file; }; apt-get update; test -d /srv; all && rm -rf /var/lib/apt/lists/*
RUN apt-get update; apt-get install -y less; $GET patch && rm -rf /var/lib/apt/lists/*
