FROM node:22
WORKDIR /srv
COPY log.js .
EXPOSE 8080
CMD ["node", "log.js"]
