FROM debian:bookworm AS tools
RUN apt-get update && apt-get install -y tini
RUN bash -c "apt-get install -y less"

FROM debian:bookworm
RUN apt-get update && apt-get install -y tini
ONBUILD RUN apt-get install -y less
