FROM node:20


# in production
CMD node server.js
