FROM node:22
WORKDIR /shop
COPY package.json package-lock.json ./
RUN npm ci && npm run build && rm -rf node_modules && npm ci --omit=dev --prefer-offline && npm cache clean --force
CMD ["node", "dist/shop.js"]
