FROM node:22-slim
WORKDIR /srv
COPY . .
EXPOSE 3000 9100 9200 9300 9400
HEALTHCHECK CMD ["node", "probe.js", "9300"]
CMD ["node", "shop.js"]
