FROM node:20
# ssh
EXPOSE 22/tcp
EXPOSE 3000
CMD ["node", "server.js"]
