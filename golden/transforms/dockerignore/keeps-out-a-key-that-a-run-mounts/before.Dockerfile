# syntax=docker/dockerfile:1
FROM debian:12-slim
RUN --mount=type=ssh git clone git@git.example.org:shop/parts.git /parts
RUN --mount=type=secret,id=deploy.pem,target=/run/deploy.pem openssl rsa -in /run/deploy.pem -check
COPY . /srv
CMD ["/srv/run"]
