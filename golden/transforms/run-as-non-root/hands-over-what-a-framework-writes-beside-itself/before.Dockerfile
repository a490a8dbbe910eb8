FROM node:20
WORKDIR /srv/board
COPY . .
RUN npm ci && npm run build
CMD ["node", "board.js"]
