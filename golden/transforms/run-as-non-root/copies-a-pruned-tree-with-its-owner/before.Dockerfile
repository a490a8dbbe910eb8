FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app ./
RUN npm prune --omit=dev
EXPOSE 3000
CMD ["npm", "start"]
