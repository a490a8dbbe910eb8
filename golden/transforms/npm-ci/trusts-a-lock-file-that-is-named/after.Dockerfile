FROM node:22
WORKDIR /app
COPY package.json package-lock.json /app/
RUN npm ci --production && npm run build
