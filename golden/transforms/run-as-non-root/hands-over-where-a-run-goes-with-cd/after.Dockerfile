FROM node:20
COPY . /srv/shop
RUN cd /srv/shop && npm install
WORKDIR /srv/shop
RUN chown -R node:node /srv/shop
USER 1000:1000
CMD ["node", "shop.js"]
