FROM debian:12 AS base
RUN apt-get update && apt-get install -y curl
COPY start.sh /usr/local/bin/

FROM base
ENTRYPOINT ["/usr/local/bin/start.sh"]
