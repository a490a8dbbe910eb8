FROM node:20
WORKDIR /srv/harbour
COPY . .
RUN npm ci
CMD ["node", "server.js"]
