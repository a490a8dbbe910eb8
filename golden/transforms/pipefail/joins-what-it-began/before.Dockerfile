FROM node:20-bookworm
RUN ldd /bin/true | awk '{ print $1 }' > /needs; curl -fsSL https://example.com/b.tgz | tar xz
RUN curl -fsSL https://example.com/a.tgz | tar xz
RUN make
RUN yes | ./setup; curl -fsSL https://example.com/c.tgz | tar xz
