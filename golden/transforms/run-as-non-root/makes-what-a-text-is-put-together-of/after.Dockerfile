FROM node:20
WORKDIR /app
COPY --chown=node:node package.json .
RUN npm install
COPY --chown=node:node . .
EXPOSE 3000
RUN touch /opt/x.json && chown node:node /app /opt/x.json
USER 1000:1000
CMD ["node", "index.js"]
