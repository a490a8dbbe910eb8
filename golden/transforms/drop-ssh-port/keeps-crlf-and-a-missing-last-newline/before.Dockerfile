FROM node:20
EXPOSE 22
CMD ["node", "server.js"]