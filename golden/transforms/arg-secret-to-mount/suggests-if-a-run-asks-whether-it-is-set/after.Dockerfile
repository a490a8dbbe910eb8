# syntax=docker/dockerfile:1
FROM debian:12-slim
RUN --mount=type=secret,id=token,env=TOKEN if [ x${TOKEN} != x ]; then echo scan; fi
RUN --mount=type=secret,id=api_key,env=API_KEY curl -fsS -H "X: ${API_KEY:-none}" https://example.org/a -o /tmp/a
