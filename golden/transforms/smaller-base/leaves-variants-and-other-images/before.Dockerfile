FROM node:20 AS build
RUN npm run build

FROM node:20-alpine
COPY --from=build /app /app
