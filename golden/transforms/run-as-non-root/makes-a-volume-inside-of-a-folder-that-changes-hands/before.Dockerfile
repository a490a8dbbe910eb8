FROM node:20
WORKDIR /srv/shop
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
VOLUME ["/srv/shop/uploads"]
CMD ["node", "shop.js"]
