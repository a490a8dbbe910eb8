FROM node:20-bookworm
RUN curl -fsSL https://example.com/a.tgz | tar xz -C /srv
RUN find /var/cache -type f -name '*.bin' | sort > /srv/as-root
RUN gosu node find /var/cache -type f -name '*.bin' | sort > /srv/as-node
USER node
RUN find /var/cache -type f -name '*.bin' | sort > /tmp/as-node
RUN du -a /var/lib | sort > /tmp/sizes
RUN curl -fsSL https://example.com/c.tgz | tar xz -C /tmp
CMD ["node", "/srv/main.js"]
