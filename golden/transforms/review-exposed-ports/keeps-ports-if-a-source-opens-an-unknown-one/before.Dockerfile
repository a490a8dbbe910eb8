FROM node:22-slim
WORKDIR /srv
COPY shop.js metrics.js ./
EXPOSE 3000 4000
CMD ["node", "shop.js"]
