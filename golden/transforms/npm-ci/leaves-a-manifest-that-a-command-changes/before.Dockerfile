FROM node:22
WORKDIR /shop
COPY package.json package-lock.json ./
RUN npm pkg set dependencies.mysql=3
RUN npm install
