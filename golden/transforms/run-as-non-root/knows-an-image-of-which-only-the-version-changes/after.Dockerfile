ARG NODE=22
FROM node:${NODE}-slim
WORKDIR /app
COPY --chown=node:node shop.js .
RUN chown node:node /app
USER 1000:1000
CMD ["node", "shop.js"]
