FROM node:22-slim
WORKDIR /shop
COPY package.json server.js ./
RUN npm install --no-audit
ENV PORT=web
CMD ["node", "server.js"]
