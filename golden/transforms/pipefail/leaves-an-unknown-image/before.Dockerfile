FROM example.com/base:1
RUN curl -fsSL https://example.com/a.tgz | tar xz
