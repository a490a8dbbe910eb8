from node:20
workdir /app
copy --link --chown=1000:1000 . .
run chown node:node /app
user 1000:1000
cmd [ "node", \
  "server.js" ]