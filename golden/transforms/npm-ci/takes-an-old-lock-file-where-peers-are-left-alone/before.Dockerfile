FROM node:20-slim
WORKDIR /srv/quay
COPY package*.json ./
RUN npm install --legacy-peer-deps
COPY . .
CMD ["node", "quay.js"]
