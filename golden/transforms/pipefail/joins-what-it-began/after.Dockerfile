FROM debian:bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN (set +o pipefail; ldd /bin/true | awk '{ print $1 }' > /needs)
RUN (set +o pipefail; curl -fsSL https://example.com/a.tgz | tar xz)
RUN make
RUN (set +o pipefail; yes | ./setup)
SHELL ["/bin/sh", "-c"]
