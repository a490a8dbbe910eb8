FROM node:20

# while developing
CMD npm run dev

# in production
CMD node server.js
