FROM alpine:3.20
ARG EDITION
ARG VERSION
ADD $EDITION/settings.properties /app/
ADD conf/app-${VERSION}.cfg /app/
ADD app-${VERSION}.tar.gz /app/
ADD ${VERSION} /app/
