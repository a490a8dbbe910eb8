FROM alpine:3.20
COPY server.key /etc/app/server.key
CMD ["/app", "--key", "/etc/app/server.key"]
