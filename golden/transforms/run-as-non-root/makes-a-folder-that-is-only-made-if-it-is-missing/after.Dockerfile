FROM node:20
WORKDIR /app
COPY --chown=node:node . .
EXPOSE 3000
RUN mkdir -p /data/uploads && chown node:node /app /data/uploads
USER 1000:1000
CMD ["node", "app.js"]
