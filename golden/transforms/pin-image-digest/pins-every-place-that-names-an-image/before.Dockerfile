# syntax=docker/dockerfile:1
FROM --platform=linux/amd64 node:20 AS build
COPY --from=busybox:1.36 --chown=1:1 /bin/wget /usr/local/bin/
RUN --mount=type=bind,from=ghcr.io/acme/tool:1.2,target=/tool --mount=type=cache,target=/root /tool/run
ONBUILD COPY --from=ghcr.io/acme/tool:1.2 /tool /tool
from docker.io/library/node:20-slim
COPY --from=build /app /app
COPY --from=0 /etc/x /etc/x
