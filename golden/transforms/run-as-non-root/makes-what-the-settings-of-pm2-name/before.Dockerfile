FROM node:18-alpine
RUN npm install -g pm2
WORKDIR /srv/app
COPY package*.json ./
RUN npm ci --omit=dev
COPY . .
EXPOSE 3000
CMD ["pm2-runtime", "ecosystem.config.js"]
