FROM node:20
WORKDIR /srv/board
COPY . .
RUN npm ci
RUN npm run build
CMD ["node", "dist/board.js"]
