FROM node:20 AS prod
WORKDIR /app
COPY server.js .
CMD ["node", "server.js"]

FROM node:20 AS tools
RUN npm install --global serve
