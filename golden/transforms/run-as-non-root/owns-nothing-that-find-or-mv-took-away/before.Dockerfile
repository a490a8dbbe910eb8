FROM node:20-slim
WORKDIR /app
RUN mkdir -p /srv/shop/logs /srv/shop/build-1 /srv/shop/draft \
    && touch /srv/seed
# The sources of the build are not needed any more.
RUN find /srv/shop -mindepth 1 -name 'build-*' -exec rm -r {} +
RUN mv /srv/shop/draft /var/lib/draft && unlink /srv/seed
COPY shop.js .
CMD ["node", "shop.js"]
