FROM node:22
WORKDIR /shop
COPY package*.json ./
# Only reads
RUN cat package.json && grep mysql package.json && sed -n 1p package.json
RUN npm ci
