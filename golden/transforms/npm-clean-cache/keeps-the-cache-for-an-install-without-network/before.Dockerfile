FROM node:22
WORKDIR /shop
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
# Only what runs
RUN rm -rf node_modules && npm ci --omit=dev --offline
CMD ["node", "dist/shop.js"]
