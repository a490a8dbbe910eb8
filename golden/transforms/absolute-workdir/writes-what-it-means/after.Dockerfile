FROM nginx:1.22
WORKDIR /srv
WORKDIR /srv/app
RUN true
workdir /srv/app/logs
WORKDIR /srv/app
FROM busybox AS two
WORKDIR /base
FROM two
WORKDIR /base/child
