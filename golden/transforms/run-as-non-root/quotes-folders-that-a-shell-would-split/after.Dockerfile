FROM node:22-slim
RUN mkdir -p "/srv/price lists" '/srv/all*' "/srv/owner's" /srv/plain
RUN ROOT=/var/lib/shop; for part in "in box" out; do mkdir -p "$ROOT/$part"; done
RUN mkdir -p '/srv/more data' && chown node:node '/srv/more data'
VOLUME ["/srv/more data"]
WORKDIR "/the shop"
COPY --chown=node:node . .
RUN chown node:node '/srv/all*' '/srv/owner'\''s' /srv/plain '/srv/price lists' '/the shop' '/var/lib/shop/in box' /var/lib/shop/out
USER 1000:1000
CMD ["node", "index.js"]
