FROM node:20
USER root
RUN true
user 1000:1000
CMD ["node", "server.js"]
