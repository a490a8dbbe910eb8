FROM debian:12-slim
ARG TOKEN
ARG API_KEY
RUN if [ x${TOKEN} != x ]; then echo scan; fi
RUN curl -fsS -H "X: ${API_KEY:-none}" https://example.org/a -o /tmp/a
