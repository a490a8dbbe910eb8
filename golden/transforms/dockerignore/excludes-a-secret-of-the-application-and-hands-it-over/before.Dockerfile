FROM node:22-slim
COPY . /srv/shop/
WORKDIR /srv/shop
CMD ["node", "shop.js"]
