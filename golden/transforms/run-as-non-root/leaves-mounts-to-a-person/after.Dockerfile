FROM node:20
WORKDIR /app
COPY --chown=node:node . .
EXPOSE 3000
RUN mkdir -p /app/uploads && chown node:node /app /app/uploads
USER 1000:1000
CMD ["node", "server.js"]
