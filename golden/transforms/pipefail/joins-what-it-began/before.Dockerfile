FROM debian:bookworm
RUN ldd /bin/true | awk '{ print $1 }' > /needs
RUN curl -fsSL https://example.com/a.tgz | tar xz
RUN make
RUN yes | ./setup
