FROM node:20-slim
WORKDIR /srv
ONBUILD COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
