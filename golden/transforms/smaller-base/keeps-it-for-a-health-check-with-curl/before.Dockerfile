FROM node:22
WORKDIR /app
COPY server.js .
HEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1
CMD ["node", "server.js"]
