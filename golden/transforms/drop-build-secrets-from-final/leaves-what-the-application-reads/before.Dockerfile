FROM node:22-slim AS build
WORKDIR /shop
COPY . .
RUN npm ci
FROM node:22-slim
WORKDIR /shop
COPY --from=build /shop /shop
CMD ["node", "shop.js"]
