FROM node:20
WORKDIR /app
COPY . .
EXPOSE 80
CMD ["node", "server.js"]
