FROM node:14
WORKDIR /srv/quay
COPY package*.json ./
RUN npm install
COPY . .
CMD ["node", "quay.js"]
