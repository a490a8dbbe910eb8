FROM node:22-slim
WORKDIR /srv/shop
COPY . .
RUN node make.js secrets.json
CMD ["node", "shop.js"]
