FROM node:20-slim
WORKDIR /srv
COPY server.js metrics.js ./
EXPOSE 3000
CMD ["node", "server.js"]
