FROM node:22-slim
RUN for part in build cache; do mkdir -p /opt/till/$part; done && for part in build; do rm -rf /opt/till/$part; done
RUN for i in 1 2; do mkdir -p /opt/queue/$i && [ $i = 2 ] && rmdir /opt/queue/$i; done; mkdir -p /opt/queue/keep
RUN mkdir -p /srv/old/a /srv/old/b.d /srv/new && rm -rf /srv/old/*.d && OLD=$(cat /etc/hostname) && rm -rf "/srv/new/$OLD"
RUN mkdir -p /srv/temporary/a /srv/temporary/b && for d in $(ls /srv/temporary); do rm -rf /srv/temporary/$d; done
RUN mkdir -p /srv/first /srv/second && for d in first; do mv /srv/$d /srv/third; done
RUN mkdir -p /srv/star/a && cd /srv/star && rm -rf *
RUN mkdir -p /srv/files && rm -f /srv/files/$HOSTNAME /srv/$HOSTNAME
WORKDIR /shop
COPY --chown=node:node . .
RUN chown node:node /opt/queue/keep /opt/till/cache /shop /srv/files /srv/new /srv/old/a /srv/second
USER 1000:1000
CMD ["node", "index.js"]
