FROM redis:7 AS cache
CMD ["/bin/sh", "-c", "exec redis-server --save 60 1"]
FROM debian:bookworm AS own
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["/bin/sh", "-c", "exec server --verbose"]
FROM debian:bookworm
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["server", "--verbose"]
