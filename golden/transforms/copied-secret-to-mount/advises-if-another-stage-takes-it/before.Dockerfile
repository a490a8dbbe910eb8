FROM alpine:3.20 AS keys
COPY server.key /keys/server.key

FROM nginx:1.27
COPY --from=keys /keys/server.key /etc/nginx/server.key
