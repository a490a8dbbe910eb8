FROM debian:bookworm AS copied
COPY start.sh /usr/local/bin/start
CMD ["/bin/sh", "-c", "exec start"]
FROM debian:bookworm AS written
RUN printf 'echo hello' > /usr/local/bin/hello && chmod +x /usr/local/bin/hello
CMD ["/bin/sh", "-c", "exec hello"]
FROM debian:bookworm
CMD ["/bin/sh", "-c", "exec ./server"]
