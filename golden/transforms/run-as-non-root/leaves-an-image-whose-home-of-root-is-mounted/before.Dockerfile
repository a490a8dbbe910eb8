FROM node:22
WORKDIR /srv
COPY keys.js .
EXPOSE 8080
CMD ["node", "keys.js"]
