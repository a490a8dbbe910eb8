FROM node:20
WORKDIR /srv/shop
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
VOLUME ["/srv/shop/uploads"]
RUN mkdir -p /srv/shop/uploads && chown -R node:node /srv/shop
USER node
CMD ["node", "shop.js"]
