FROM node:20@sha256:1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c1b4c \
  AS build
COPY --from=build /a /b
