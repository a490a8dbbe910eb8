FROM node:20
WORKDIR /srv/board
COPY . .
RUN npm ci
RUN chown -R node:node /srv/board
USER 1000:1000
CMD ["npm", "run", "serve"]
