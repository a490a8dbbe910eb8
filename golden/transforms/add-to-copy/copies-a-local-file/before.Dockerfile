FROM node:20
# the configuration
ADD --chown=node:node config.json /app/
CMD ["node", "x.js"]
