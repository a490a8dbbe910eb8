FROM node:22-slim
ENV KINDS="thumbs  uploads"
ARG STORES="/srv/ledger /srv/journal"
RUN for kind in $KINDS extra; do mkdir -p /srv/media/$kind; done
RUN mkdir -p $STORES
RUN for whole in "$KINDS"; do mkdir -p "/srv/whole/$whole"; done
RUN for odd in one two; do odd=x$odd; mkdir -p /srv/odd/$odd; done
RUN KINDS=one; export KINDS=$(date); mkdir -p /srv/dates/$KINDS
RUN IFS=,; LIST=a,b; mkdir -p /srv/list/$LIST
WORKDIR /shop
COPY . .
CMD ["node", "index.js"]
