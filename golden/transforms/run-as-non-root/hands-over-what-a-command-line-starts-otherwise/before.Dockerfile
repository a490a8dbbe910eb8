FROM node:20
WORKDIR /srv/board
COPY . .
RUN npm ci
CMD ["npm", "run", "serve"]
