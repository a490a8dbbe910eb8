FROM node:22-slim
WORKDIR /app
COPY --chown=node:node package.json site.config.js ./
COPY --chown=node:node src ./src
RUN mkdir -p /freight/lists && chown node:node /app /freight/lists
USER 1000:1000
CMD ["node", "src/index.js"]
