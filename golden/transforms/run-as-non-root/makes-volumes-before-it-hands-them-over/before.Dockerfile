FROM node:20
ENV DATA=/data
VOLUME ["/data"]
WORKDIR /app
COPY . .
CMD ["node", "server.js"]
