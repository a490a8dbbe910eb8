FROM node:22-slim
ARG WITH_REPORTS=no
RUN if [ "$WITH_REPORTS" = yes ]; then mkdir -p /srv/reports; fi
RUN [ "$WITH_REPORTS" = no ] || mkdir /srv/archive
RUN case "$WITH_REPORTS" in yes) mkdir /srv/mail;; esac; mkdir -p /srv/queue
RUN for part in a b; do rm -rf /srv/parts/*; mkdir -p /srv/parts/$part; done
WORKDIR /shop
COPY --chown=node:node . .
RUN mkdir -p /srv/archive /srv/mail /srv/parts/a /srv/parts/b /srv/reports \
    && chown node:node /shop /srv/archive /srv/mail /srv/parts/a /srv/parts/b /srv/queue /srv/reports
USER 1000:1000
CMD ["node", "index.js"]
