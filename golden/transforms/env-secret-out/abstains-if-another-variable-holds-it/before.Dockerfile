FROM alpine:3.20
ENV DB_PASSWORD=hjk34h5KJH
ENV URL=postgres://app:$DB_PASSWORD@db/app
