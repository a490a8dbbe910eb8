FROM node:20
WORKDIR /app
COPY --chown=node:node package.json .
RUN npm install
COPY --chown=node:node . .
EXPOSE 3000
RUN mkdir -p /opt/ledger /var/lib/web/sessions \
    && chown node:node /app /opt/ledger /var/lib/web/sessions
USER 1000:1000
CMD ["node", "index.js"]
