FROM node:20
# the configuration
COPY --chown=node:node config.json /app/
CMD ["node", "x.js"]
