FROM node:14
WORKDIR /srv/quay
COPY package*.json ./
RUN npm ci
COPY . .
CMD ["node", "quay.js"]
