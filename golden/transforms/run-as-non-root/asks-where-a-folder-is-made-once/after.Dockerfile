FROM node:20
WORKDIR /app
COPY --chown=node:node . .
EXPOSE 3000
RUN mkdir -p /opt/cache && chown node:node /app /opt/cache
USER 1000:1000
CMD ["node", "app.js"]
