FROM node:22
WORKDIR /srv
COPY log.js .
EXPOSE 8080
USER 1000:1000
CMD ["node", "log.js"]
