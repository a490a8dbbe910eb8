FROM node:22-slim
ENV ROOT=/srv
RUN ["mkdir", "-p", "/var/lib/shop/state"]
RUN SPOOL=/var/spool/shop; mkdir -p "$SPOOL"; \
    for kind in uploads thumbs; do \
      for size in small large; do mkdir -p $ROOT/media/$kind/$size; done; \
    done
WORKDIR /shop
COPY . .
CMD ["node", "index.js"]
