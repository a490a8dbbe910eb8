FROM node:20-slim
WORKDIR /srv
COPY server.js metrics.js ./
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "require('net').connect(3000, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))"]
CMD ["node", "server.js"]
