FROM --platform=$TARGETPLATFORM node:20 AS build
RUN npm ci
FROM --platform=${TARGETPLATFORM} \
  # the same again
  node:20
COPY --from=build /app /app
