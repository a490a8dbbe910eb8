FROM alpine:3.20
ARG EDITION
ARG VERSION
COPY $EDITION/settings.properties /app/
COPY conf/app-${VERSION}.cfg /app/
ADD app-${VERSION}.tar.gz /app/
ADD ${VERSION} /app/
