FROM example/of-alpine AS one
RUN apk add --no-cache curl
RUN curl -fsSL https://example.com/a.tgz | tar xz
FROM example/of-debian AS two
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN curl -fsSL https://example.com/a.tgz | tar xz
FROM example/of-fedora AS three
RUN dnf install -y curl && dnf clean all
RUN curl -fsSL https://example.com/a.tgz | tar xz
RUN echo -e "a\tb" > /tabs && curl -fsSL https://example.com/a.tgz | tar xz
FROM example/unknown
RUN curl -fsSL https://example.com/a.tgz | tar xz
CMD ["/bin/true"]
