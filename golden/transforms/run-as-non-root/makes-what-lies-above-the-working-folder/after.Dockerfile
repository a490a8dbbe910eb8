FROM node:20
WORKDIR /srv/shop
COPY --chown=node:node . .
RUN mkdir -p /srv/bills /srv/pictures \
    && chown node:node /srv/shop /srv/bills /srv/pictures
USER 1000:1000
CMD ["node", "src/shop.js"]
