FROM debian:bookworm
COPY packages.txt /tmp/
RUN apt-get update && xargs -a /tmp/packages.txt apt-get install -y && cat /tmp/packages.txt | xargs apt-get install -y
