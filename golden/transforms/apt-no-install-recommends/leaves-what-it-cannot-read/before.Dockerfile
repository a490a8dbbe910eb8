FROM debian:bookworm
RUN apt-get update && apt-get install -y $TOOLS && apt-get install -y ./shop.deb
RUN xargs -a /tmp/packages apt-get install -y
