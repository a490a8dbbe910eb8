FROM node:22
WORKDIR /shop
COPY package.json package-lock.json ./
RUN npm install
