FROM node:22
WORKDIR /shop
COPY . .
RUN npm install
