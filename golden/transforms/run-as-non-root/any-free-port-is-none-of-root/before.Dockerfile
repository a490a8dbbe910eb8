FROM node:22-slim
WORKDIR /shop
COPY package.json server.js ./
RUN npm install --no-audit
ENV PORT=0
CMD ["node", "server.js"]
