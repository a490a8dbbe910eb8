FROM node:20
WORKDIR /srv/board
COPY --chown=node:node . .
RUN npm ci && npm run build && mkdir -p /srv/board/.next && chown -R node:node /srv/board/.next
RUN chown node:node /srv/board
USER 1000:1000
CMD ["node", "board.js"]
