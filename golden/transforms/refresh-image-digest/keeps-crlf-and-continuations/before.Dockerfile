FROM node:20@sha256:a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2a5d2 \
  AS build
COPY --from=build /a /b
