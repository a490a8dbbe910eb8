FROM node:20-slim
WORKDIR /srv/quay
COPY package*.json ./
RUN npm install
COPY . .
CMD ["node", "quay.js"]
