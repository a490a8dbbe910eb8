FROM node:22-slim
WORKDIR /shop
COPY --chown=node:node package.json server.js ./
RUN npm install --no-audit
EXPOSE 1023
RUN chown node:node /shop
USER 1000:1000
CMD ["node", "server.js"]
