FROM node:20
WORKDIR /app
COPY --chown=node:node server.js .
RUN mkdir -p /orders && chown node:node /app /orders
USER 1000:1000
CMD ["node", "server.js"]
