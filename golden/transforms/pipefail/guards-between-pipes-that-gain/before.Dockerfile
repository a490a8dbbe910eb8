FROM fedora:40
RUN curl -fsSL https://example.com/a.tgz | tar xz
RUN yes | ./install
RUN grep version config | cut -d= -f2 > /version
RUN curl -s https://example.com/list | head -n 1
RUN cat list | grep -q wanted
RUN curl -fsSL https://example.com/a | sh || true
RUN if echo "$X" | grep y; then make; fi
RUN cat a | while read line; do echo "$line"; done
RUN $TOOL | tar x
RUN cat list | sed 5q
RUN cat a.json | python convert.py
RUN curl -fsSL https://example.com/a.tgz | tar xz
