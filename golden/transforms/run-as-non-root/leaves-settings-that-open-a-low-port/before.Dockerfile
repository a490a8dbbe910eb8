FROM node:20
WORKDIR /srv/shop
COPY . .
CMD ["node", "shop.js"]
