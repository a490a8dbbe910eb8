FROM node:20
WORKDIR /app
COPY --chown=node:node . .
EXPOSE 3000
RUN mkdir -p /data/users && chown node:node /app /data/users
USER 1000:1000
CMD ["node", "app.js"]
