# syntax=docker/dockerfile:1@sha256:7e907e907e907e907e907e907e907e907e907e907e907e907e907e907e907e90
FROM --platform=linux/amd64 node:20@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c AS build
COPY --from=busybox:1.36@sha256:7e907e907e907e907e907e907e907e907e907e907e907e907e907e907e907e90 --chown=1:1 /bin/wget /usr/local/bin/
RUN --mount=type=bind,from=ghcr.io/acme/tool:1.2@sha256:0f380f380f380f380f380f380f380f380f380f380f380f380f380f380f380f38,target=/tool --mount=type=cache,target=/root /tool/run
ONBUILD COPY --from=ghcr.io/acme/tool:1.2@sha256:0f380f380f380f380f380f380f380f380f380f380f380f380f380f380f380f38 /tool /tool
from docker.io/library/node:20-slim@sha256:a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2
COPY --from=build /app /app
COPY --from=0 /etc/x /etc/x
