FROM debian:12-slim
COPY --chmod=4755 viewer /usr/local/bin/viewer
USER nobody
CMD ["/usr/local/bin/viewer"]
