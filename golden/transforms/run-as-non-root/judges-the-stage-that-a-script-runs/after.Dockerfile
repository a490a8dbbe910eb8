FROM node:20 AS prod
WORKDIR /app
COPY --chown=node:node server.js .
RUN chown node:node /app
USER 1000:1000
CMD ["node", "server.js"]

FROM node:20 AS tools
RUN npm install --global serve
