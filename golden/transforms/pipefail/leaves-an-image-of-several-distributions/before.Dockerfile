ARG BASE
FROM example.com/of-alpine:1 AS one
RUN apk add --no-cache dpkg curl
RUN dpkg --print-architecture
RUN curl -fsSL https://example.com/a.tgz | tar xz
FROM example.com/of-somebody:1 AS two
RUN if command -v apk; then apk add --no-cache curl; else apt-get update && apt-get install -y curl; fi
RUN curl -fsSL https://example.com/a.tgz | tar xz
FROM ${BASE}
RUN curl -fsSL https://example.com/a.tgz | tar xz
CMD ["/bin/true"]
