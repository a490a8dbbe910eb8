FROM node:20-bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz -C /srv
RUN find /var/cache -type f -name '*.bin' | sort > /srv/as-root
RUN (set +o pipefail; gosu node find /var/cache -type f -name '*.bin' | sort > /srv/as-node)
USER node
RUN (set +o pipefail; find /var/cache -type f -name '*.bin' | sort > /tmp/as-node)
RUN (set +o pipefail; du -a /var/lib | sort > /tmp/sizes)
RUN curl -fsSL https://example.com/c.tgz | tar xz -C /tmp
SHELL ["/bin/sh", "-c"]
CMD ["node", "/srv/main.js"]
