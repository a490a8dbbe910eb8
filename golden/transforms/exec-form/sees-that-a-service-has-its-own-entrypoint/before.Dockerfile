FROM node:20
WORKDIR /app
COPY . .
ENTRYPOINT node server.js
