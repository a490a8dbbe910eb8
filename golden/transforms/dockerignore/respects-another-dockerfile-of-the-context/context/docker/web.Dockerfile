FROM alpine:3.20
COPY .vscode/settings.json .env /srv/
