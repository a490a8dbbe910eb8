FROM debian:bookworm
ADD https://example.com/a.tar.gz /opt/
ADD --chown=1:1 \
    # the tool
    https://example.com/a.tar.gz /opt/
add https://example.com/latest/b /b
ADD https://example.com/c /c
