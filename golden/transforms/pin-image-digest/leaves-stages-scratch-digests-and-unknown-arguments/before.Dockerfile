ARG IMAGE
FROM scratch AS empty
FROM ${IMAGE} AS given
FROM node:20@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c AS pinned
FROM pinned
COPY --from=GIVEN /a /b
RUN --mount=from=empty,target=/x true
ONBUILD COPY --from=builder /x /y
COPY --from=node:20@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c /y /z
