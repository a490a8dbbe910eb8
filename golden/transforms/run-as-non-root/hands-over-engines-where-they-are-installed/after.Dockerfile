FROM node:20-alpine
WORKDIR /srv/shop
COPY --chown=node:node package.json package-lock.json ./
RUN npm ci && mkdir -p /srv/shop/node_modules/@prisma /srv/shop/node_modules/prisma && chown -R node:node /srv/shop/node_modules/@prisma /srv/shop/node_modules/prisma
COPY --chown=node:node prisma prisma
RUN npx prisma generate && mkdir -p /srv/shop/node_modules/.prisma && chown -R node:node /srv/shop/node_modules/.prisma
COPY --chown=node:node . .
EXPOSE 4000
RUN chown node:node /srv/shop
USER 1000:1000
CMD ["npm", "start"]
