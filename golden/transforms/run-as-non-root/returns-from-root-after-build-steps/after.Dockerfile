FROM node:20
USER root
RUN npm install --global pm2
WORKDIR /app
COPY --chown=node:node . .
RUN chown node:node /app
USER 1000:1000
CMD ["node", "server.js"]
