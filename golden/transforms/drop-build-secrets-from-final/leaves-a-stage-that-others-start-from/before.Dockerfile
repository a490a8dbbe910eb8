FROM node:22 AS base
WORKDIR /app
COPY . .

FROM base AS build
RUN npm ci

FROM node:22-slim
COPY --from=base /app /app
CMD ["node", "/app/server.js"]
