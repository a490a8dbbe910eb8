FROM node:22-slim
RUN install -d -m 0755 /srv/bot/logs /srv/bot/app
WORKDIR /srv/bot/app
COPY bot.js .
CMD ["node", "bot.js"]
