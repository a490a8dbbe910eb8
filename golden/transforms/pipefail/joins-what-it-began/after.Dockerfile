FROM node:20-bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN (set +o pipefail; ldd /bin/true | awk '{ print $1 }' > /needs); curl -fsSL https://example.com/b.tgz | tar xz
RUN curl -fsSL https://example.com/a.tgz | tar xz
SHELL ["/bin/sh", "-c"]
RUN make
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN (set +o pipefail; yes | ./setup); curl -fsSL https://example.com/c.tgz | tar xz
SHELL ["/bin/sh", "-c"]
