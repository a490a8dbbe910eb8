FROM node:22
WORKDIR /shop
COPY package*.json /shop/
RUN jq '.dependencies.mysql = "3"' package.json > /tmp/p
RUN jq . /tmp/p > package.json
RUN npm install
