FROM node:20
# how it starts
CMD node server.js
