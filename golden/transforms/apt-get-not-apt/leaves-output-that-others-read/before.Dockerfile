FROM debian:bookworm
RUN apt update | tee /tmp/log && V=$(apt install -s tini) && "apt" update
