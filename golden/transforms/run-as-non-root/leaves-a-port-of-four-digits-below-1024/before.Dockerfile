FROM node:22-slim
WORKDIR /shop
COPY package.json server.js ./
RUN npm install --no-audit
EXPOSE 1023
CMD ["node", "server.js"]
