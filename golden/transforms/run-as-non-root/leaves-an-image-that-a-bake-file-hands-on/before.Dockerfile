FROM node:22
WORKDIR /srv/core
COPY core.js .
EXPOSE 8080
CMD ["node", "core.js"]
