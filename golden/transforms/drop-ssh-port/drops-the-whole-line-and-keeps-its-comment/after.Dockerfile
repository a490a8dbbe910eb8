FROM node:20
# for the administrators
CMD ["node", "server.js"]
