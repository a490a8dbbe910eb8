FROM debian:bookworm
COPY packages.txt /tmp/
RUN apt-get update && xargs -a /tmp/packages.txt apt-get install && cat /tmp/packages.txt | xargs apt-get install
