FROM node:20
cmd npm run \
  # with reload
  dev
cmd node server.js
