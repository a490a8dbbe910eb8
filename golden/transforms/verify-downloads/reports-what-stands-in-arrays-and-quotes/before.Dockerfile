FROM debian:12
RUN ["curl", "-k", "-o", "/a", "https://example.org/a"]
RUN sh -c 'wget --no-check-certificate https://example.org/b'
