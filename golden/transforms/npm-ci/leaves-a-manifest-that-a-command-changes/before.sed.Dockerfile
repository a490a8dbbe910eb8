FROM node:22
WORKDIR /shop
COPY package*.json ./
RUN sed -i 's/2.18.1/3/' package.json && npm install
