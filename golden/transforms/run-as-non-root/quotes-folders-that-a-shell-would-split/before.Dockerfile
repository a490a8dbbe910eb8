FROM node:22-slim
RUN mkdir -p "/srv/price lists" '/srv/all*' "/srv/owner's" /srv/plain
RUN ROOT=/var/lib/shop; for part in "in box" out; do mkdir -p "$ROOT/$part"; done
VOLUME ["/srv/more data"]
WORKDIR "/the shop"
COPY . .
CMD ["node", "index.js"]
