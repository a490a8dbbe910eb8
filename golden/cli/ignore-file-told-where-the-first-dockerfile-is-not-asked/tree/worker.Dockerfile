FROM node:20
WORKDIR /srv
COPY . .
USER node
CMD ["node", "a.js"]
