FROM node:20
# for the administrators
EXPOSE 22
CMD ["node", "server.js"]
