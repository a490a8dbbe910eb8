FROM node:22-alpine
WORKDIR /site
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
CMD ["npx", "serve", "dist"]
