FROM node:20
WORKDIR /srv/shop
COPY --chown=node:node . .
RUN chown node:node /srv/shop
USER 1000:1000
CMD ["node", "shop.js"]
