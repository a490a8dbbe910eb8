FROM debian:bookworm AS copied
COPY start.sh /usr/local/bin/start
CMD start
FROM debian:bookworm AS written
RUN printf 'echo hello' > /usr/local/bin/hello && chmod +x /usr/local/bin/hello
CMD hello
FROM debian:bookworm
CMD ./server
