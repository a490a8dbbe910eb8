FROM node:20
COPY --chmod=600 settings.json /etc/shop/settings.json
WORKDIR /app
COPY . .
CMD ["node", "server.js"]
