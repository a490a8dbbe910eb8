FROM node:20
# how it starts
CMD npm run dev
CMD node server.js
