FROM node:20
WORKDIR /app
COPY --chown=node:node . .
EXPOSE 3000
RUN mkdir -p /etc/shop /var/log && chown node:node /app /etc/shop /var/log
USER 1000:1000
CMD ["node", "index.js"]
