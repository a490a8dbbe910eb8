FROM node:18-alpine
RUN npm install -g pm2
WORKDIR /srv/app
COPY --chown=node:node package*.json ./
RUN npm ci --omit=dev
COPY --chown=node:node . .
EXPOSE 3000
RUN mkdir -p /var/log/web && chown node:node /srv/app /var/log/web
USER 1000:1000
CMD ["pm2-runtime", "ecosystem.config.js"]
