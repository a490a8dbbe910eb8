FROM node:20
WORKDIR /app
COPY --chown=node:node . .
EXPOSE 3000
RUN chown node:node /app
USER node
CMD ["node", "server.js"]
