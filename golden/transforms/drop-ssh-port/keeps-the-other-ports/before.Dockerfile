FROM node:20
EXPOSE 3000 22/tcp \
  # metrics
  9090
CMD ["node", "server.js"]
