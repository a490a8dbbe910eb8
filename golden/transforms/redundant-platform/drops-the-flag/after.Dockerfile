FROM node:20 AS build
RUN npm ci
FROM \
  # the same again
  node:20
COPY --from=build /app /app
