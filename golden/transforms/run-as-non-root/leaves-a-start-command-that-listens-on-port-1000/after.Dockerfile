FROM node:22-slim
WORKDIR /shop
COPY package.json server.js ./
RUN npm install --no-audit
RUN chown -R node:node /shop
USER 1000:1000
CMD ["npx", "serve", "--listen=tcp://0.0.0.0:1000", "public"]
