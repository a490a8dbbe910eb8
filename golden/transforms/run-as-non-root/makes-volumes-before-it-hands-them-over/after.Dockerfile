FROM node:20
ENV DATA=/data
RUN mkdir -p /data && chown node:node /data
VOLUME ["/data"]
WORKDIR /app
COPY --chown=node:node . .
RUN chown node:node /app
USER 1000:1000
CMD ["node", "server.js"]
