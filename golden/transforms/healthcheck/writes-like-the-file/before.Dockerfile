from node:20
expose 3000/tcp
entrypoint ["node", \
  # the server
  "server.js"]
