FROM debian:bookworm AS one
CMD ["/bin/sh", "-c", "cd /app && exec ./run --port \"$PORT\""]
FROM debian:bookworm AS two
ENTRYPOINT ["/bin/sh", "-c", "/app/migrate     && exec node /app/server.js"]
FROM debian:bookworm AS three
CMD ["/bin/sh", "-c", "tail -f /var/log/a | grep x || echo done"]
FROM debian:bookworm AS four
CMD ["/bin/sh", "-c", "trap 'stop' TERM; ./run"]
FROM debian:bookworm
CMD ./setup; \
    # what serves
    ./run
