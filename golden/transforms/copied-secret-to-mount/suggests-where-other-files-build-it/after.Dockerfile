# syntax=docker/dockerfile:1
FROM node:22-slim
WORKDIR /shop
COPY package.json ./
RUN --mount=type=secret,id=npmrc,target=/shop/.npmrc,required=true npm install
COPY src src
CMD ["node", "src/shop.js"]
