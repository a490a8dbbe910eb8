from node:20
expose 3000/tcp
healthcheck cmd ["node", "-e", "require('net').connect(3000, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))"]
entrypoint ["node", \
  # the server
  "server.js"]
