FROM node:20
USER root
RUN npm install --global pm2
WORKDIR /app
COPY . .
CMD ["node", "server.js"]
