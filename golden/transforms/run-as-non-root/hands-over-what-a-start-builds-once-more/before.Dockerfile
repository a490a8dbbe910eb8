FROM node:20
WORKDIR /srv/board
COPY . .
RUN npm ci && npm run build
CMD npm run build && node dist/board.js
