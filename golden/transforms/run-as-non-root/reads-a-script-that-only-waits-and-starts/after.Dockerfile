FROM node:20
WORKDIR /app
COPY --chown=node:node . .
COPY entrypoint.sh /usr/local/bin/
RUN chown node:node /app
USER 1000:1000
ENTRYPOINT ["entrypoint.sh"]
CMD ["node", "server.js"]
