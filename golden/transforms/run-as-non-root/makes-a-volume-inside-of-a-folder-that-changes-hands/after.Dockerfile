FROM node:20
WORKDIR /srv/shop
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN mkdir -p /srv/shop/uploads && chown -R node:node /srv/shop
USER 1000:1000
VOLUME ["/srv/shop/uploads"]
CMD ["node", "shop.js"]
