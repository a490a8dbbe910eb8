FROM node:20
WORKDIR /app
COPY . .
ENTRYPOINT ["/bin/sh", "-c", "exec node server.js"]
