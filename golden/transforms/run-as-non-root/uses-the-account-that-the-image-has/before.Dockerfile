FROM node:20-slim
WORKDIR /srv/shop
# the application
COPY . .
EXPOSE 3000
# start it
CMD ["node", "server.js"]
