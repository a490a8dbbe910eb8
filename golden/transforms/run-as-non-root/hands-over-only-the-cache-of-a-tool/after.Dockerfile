FROM node:18
WORKDIR /web
COPY --chown=node:node package.json .
RUN npm install && mkdir -p /web/node_modules/.cache && chown -R node:node /web/node_modules/.cache
COPY --chown=node:node . .
EXPOSE 3000
RUN chown node:node /web
USER 1000:1000
CMD npm start
