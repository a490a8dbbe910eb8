FROM alpine:3.20
CMD ["/app", "--key", "/etc/app/server.key"]
