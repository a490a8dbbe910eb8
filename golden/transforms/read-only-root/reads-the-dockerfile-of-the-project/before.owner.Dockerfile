FROM node:20
WORKDIR /app
COPY --chown=node . .
USER node
CMD ["node", "app.js"]
