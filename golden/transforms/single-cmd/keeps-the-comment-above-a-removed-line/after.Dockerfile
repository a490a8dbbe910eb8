FROM node:20

# while developing

# in production
CMD node server.js
