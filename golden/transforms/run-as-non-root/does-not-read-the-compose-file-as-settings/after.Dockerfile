FROM node:20-slim
WORKDIR /app
COPY --chown=node:node . .
RUN chown node:node /app
USER 1000:1000
CMD ["node", "shop.js"]
