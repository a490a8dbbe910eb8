FROM node:22-slim
WORKDIR /app
COPY package.json site.config.js ./
COPY src ./src
CMD ["node", "src/index.js"]
