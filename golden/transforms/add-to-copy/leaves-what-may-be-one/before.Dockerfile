FROM alpine:3.20
ARG SOURCE
ADD $SOURCE /app/
ADD release-* /app/
ADD * /app/
