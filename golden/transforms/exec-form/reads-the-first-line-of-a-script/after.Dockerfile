FROM debian:bookworm AS with
COPY with.sh /
CMD ["/with.sh"]
FROM debian:bookworm AS without
COPY without.sh /
CMD /without.sh
