FROM node:22-slim
RUN mkdir /srv/data && chmod 2775 /srv/data
USER node
CMD ["node", "server.js"]
