FROM nginx:1.22
WORKDIR /srv
WORKDIR app
RUN true
workdir ./data/../logs
WORKDIR ..
FROM busybox AS two
WORKDIR /base
FROM two
WORKDIR child
