FROM fedora:40
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz
RUN (set +o pipefail; yes | ./install)
RUN (set +o pipefail; grep version config | cut -d= -f2 > /version)
RUN (set +o pipefail; curl -s https://example.com/list | head -n 1)
RUN (set +o pipefail; cat list | grep -q wanted)
RUN (set +o pipefail; curl -fsSL https://example.com/a | sh) || true
RUN if (set +o pipefail; echo "$X" | grep y); then make; fi
RUN (set +o pipefail; cat a | while read line; do echo "$line"; done)
RUN (set +o pipefail; $TOOL | tar x)
RUN (set +o pipefail; cat list | sed 5q)
RUN (set +o pipefail; cat a.json | python convert.py)
RUN curl -fsSL https://example.com/a.tgz | tar xz
SHELL ["/bin/sh", "-c"]
