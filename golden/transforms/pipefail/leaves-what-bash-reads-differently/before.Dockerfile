FROM debian:bookworm AS one
RUN apt-get update && apt-get install -y curl
RUN curl -fsSL https://example.com/a.tgz | tar xz
RUN echo "a\nb" > /etc/lines
RUN curl -fsSL https://example.com/b.tgz | tar xz
FROM debian:bookworm
RUN echo -e "a" | tee /b
