FROM node:20
ENV DATA=/data
VOLUME ["/data"]
WORKDIR /app
COPY --chown=node:node . .
RUN mkdir -p /data && chown node:node /app /data
USER 1000:1000
CMD ["node", "server.js"]
