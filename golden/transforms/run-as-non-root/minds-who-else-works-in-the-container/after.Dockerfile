FROM node:22-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN chown -R node:node /app
USER 1000:1000
CMD ["node", "src/server.js"]
