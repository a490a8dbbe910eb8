FROM node:22 AS build
WORKDIR /app
COPY . .
RUN npm ci
RUN rm -rf /app/.netrc

FROM node:22-slim
COPY --from=build /app /app
CMD ["node", "/app/server.js"]
