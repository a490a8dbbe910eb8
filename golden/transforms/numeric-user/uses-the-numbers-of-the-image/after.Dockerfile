FROM node:20
USER 0
RUN true
user 1000
CMD ["node", "server.js"]
