FROM node:20-slim
ADD --chown=node:node https://example.com/tini /tini
RUN chmod 755 /tini
WORKDIR /app
COPY --chown=node:node index.js .
ADD --chown=node:node https://example.com/data.json /srv/data.json
EXPOSE 3000
RUN chown node:node /app
USER 1000:1000
ENTRYPOINT ["/tini", "--"]
CMD ["node", "index.js"]
