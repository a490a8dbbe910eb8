FROM node:20-slim
WORKDIR /srv/shop
# the application
COPY --chown=node:node . .
EXPOSE 3000
RUN chown node:node /srv/shop
USER 1000:1000
# start it
CMD ["node", "server.js"]
