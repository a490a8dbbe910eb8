FROM debian:12 AS gearman
ARG WITH_GEARMAN=false
ARG WITH_REDIS=false
RUN if [ "$WITH_GEARMAN" = true ]; then \
      apt-get update && \
      apt-get install -y gearman-tools; \
    fi
RUN if [ "$WITH_REDIS" = true ]; then \
      apt-get update && apt-get install -y redis-tools; \
    fi
RUN apt-get install -y jq

FROM debian:12 AS removed
RUN apt-get update && apt-get install -y curl
RUN case "$TARGETARCH" in arm64) apt-get update; apt-get install -y g++; rm -rf /var/lib/apt/lists/* ;; esac
RUN if true; then apt-get install -y jq; fi

FROM debian:12 AS tested
RUN apt-get update && apt-get install -y curl
RUN [ -z "$EXTRA" ] || true; [ -n "$EXTRA" ] && apt-get update && apt-get install -y $EXTRA; true
RUN if [ -n "$MORE" ]; then apt-get install -y $MORE; fi

FROM debian:12 AS own
ARG WITH_JAVA=false
ARG WITH_NODE=false
ARG VERSION
RUN if [ "$WITH_JAVA" = true ]; then apt-get update && apt-get install -y default-jre-headless; fi
RUN if [ "$WITH_NODE" = true ]; then apt-get update && apt-get install -y nodejs; else echo none; fi
RUN test -n "$VERSION" && apt-get update && apt-get install -y nginx="$VERSION"
RUN for tool in less; do apt-get update && apt-get install -y "$tool"; done

FROM own
COPY --from=gearman /usr/bin/jq /usr/bin/
COPY --from=removed /usr/bin/jq /usr/local/bin/
COPY --from=tested /usr/bin/curl /usr/bin/
