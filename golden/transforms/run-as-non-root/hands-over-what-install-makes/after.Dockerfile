FROM node:22-slim
RUN install -d -m 0755 /srv/bot/logs /srv/bot/app
WORKDIR /srv/bot/app
COPY bot.js .
RUN chown -R node:node /srv/bot/app /srv/bot/logs
USER 1000:1000
CMD ["node", "bot.js"]
