FROM node:22-slim
WORKDIR /shop
COPY .npmrc package.json ./
RUN npm install
COPY src src
CMD ["node", "src/shop.js"]
