FROM node:20
USER root
RUN true
user node
CMD ["node", "server.js"]
