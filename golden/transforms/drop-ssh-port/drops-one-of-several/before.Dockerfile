FROM node:20
EXPOSE 22 3000
CMD ["node", "server.js"]
