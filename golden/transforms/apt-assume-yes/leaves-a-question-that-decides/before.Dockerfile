FROM debian:bookworm
RUN apt-get update && if apt-get install tini; then echo yes; fi
RUN apt-get remove less || true
RUN apt-get install --simulate less
