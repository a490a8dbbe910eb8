FROM debian:bookworm AS with
COPY with.sh /
CMD ["/with.sh"]
FROM debian:bookworm AS without
COPY without.sh /
CMD ["/bin/sh", "-c", "exec /without.sh"]
