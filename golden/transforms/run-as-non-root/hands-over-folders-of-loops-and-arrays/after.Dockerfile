FROM node:22-slim
ENV ROOT=/srv
RUN ["mkdir", "-p", "/var/lib/shop/state"]
RUN SPOOL=/var/spool/shop; mkdir -p "$SPOOL"; \
    for kind in uploads thumbs; do \
      for size in small large; do mkdir -p $ROOT/media/$kind/$size; done; \
    done
WORKDIR /shop
COPY --chown=node:node . .
RUN chown node:node /shop /srv/media/thumbs/large /srv/media/thumbs/small /srv/media/uploads/large /srv/media/uploads/small /var/lib/shop/state /var/spool/shop
USER 1000:1000
CMD ["node", "index.js"]
