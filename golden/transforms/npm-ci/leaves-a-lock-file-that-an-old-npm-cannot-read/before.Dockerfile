FROM node:12-alpine
WORKDIR /srv/quay
COPY package*.json ./
RUN npm install
COPY . .
CMD ["node", "quay.js"]
