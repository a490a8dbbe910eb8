FROM node:20
COPY . /srv/shop
RUN cd /srv/shop && npm install
WORKDIR /srv/shop
CMD ["node", "shop.js"]
