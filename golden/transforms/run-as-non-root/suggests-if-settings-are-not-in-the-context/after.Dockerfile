FROM node:20
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
EXPOSE 3000
RUN mkdir -p /var/shop && chown node:node /var/shop && chown -R node:node /app
USER 1000:1000
CMD ["node", "index.js"]
