FROM alpine:3.20
ARG DB_PASSWORD=hjk34h5KJH
RUN ./setup --password "$DB_PASSWORD"
