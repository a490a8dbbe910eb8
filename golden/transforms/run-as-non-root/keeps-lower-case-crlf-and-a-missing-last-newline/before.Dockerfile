from node:20
workdir /app
copy --link . .
cmd [ "node", \
  "server.js" ]