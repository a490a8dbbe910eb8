FROM node:20
WORKDIR /srv/shop
COPY --chown=node:node . .
RUN mkdir -p /reports /var/shop/in /var/shop/out \
    && chown node:node /srv/shop /reports /var/shop/in /var/shop/out
USER 1000:1000
CMD ["node", "index.js"]
