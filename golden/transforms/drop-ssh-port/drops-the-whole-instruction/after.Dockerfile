FROM node:20
# ssh
EXPOSE 3000
CMD ["node", "server.js"]
