FROM node:20
WORKDIR /srv/board
COPY --chown=node:node package*.json ./
RUN echo "//registry.example/:_authToken=x" > .npmrc && npm ci --omit=dev && rm .npmrc && npm cache clean --force
COPY --chown=node:node . .
RUN chown node:node /srv/board
USER 1000:1000
CMD ["npm", "run", "serve"]
