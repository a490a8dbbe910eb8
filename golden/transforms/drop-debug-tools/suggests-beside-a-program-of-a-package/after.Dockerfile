FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends varnish && rm -rf /var/lib/apt/lists/*
COPY default.vcl /etc/varnish/
CMD ["varnishd", "-F", "-f", "/etc/varnish/default.vcl"]
