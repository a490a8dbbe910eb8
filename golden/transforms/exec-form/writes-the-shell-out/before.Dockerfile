FROM debian:bookworm AS one
CMD cd /app && ./run --port "$PORT"
FROM debian:bookworm AS two
ENTRYPOINT /app/migrate \
    && node /app/server.js
FROM debian:bookworm AS three
CMD tail -f /var/log/a | grep x || echo done
FROM debian:bookworm AS four
CMD trap 'stop' TERM; ./run
FROM debian:bookworm
CMD ./setup; \
    # what serves
    ./run
