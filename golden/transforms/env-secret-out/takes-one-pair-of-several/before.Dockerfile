FROM alpine:3.20
ENV A=1 \
    DB_PASSWORD=hjk34h5KJH \
    B=2
CMD ["/app"]
