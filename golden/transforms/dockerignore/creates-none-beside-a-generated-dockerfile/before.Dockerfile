# DO NOT EDIT: created by update.sh from Dockerfile.template
FROM alpine:3.20
COPY . /srv
