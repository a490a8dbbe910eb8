FROM node:20
EXPOSE 3000 \
  # metrics
  9090
CMD ["node", "server.js"]
