FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder --chown=node:node /app ./
RUN npm prune --omit=dev
EXPOSE 3000
RUN chown node:node /app
USER 1000:1000
CMD ["npm", "start"]
