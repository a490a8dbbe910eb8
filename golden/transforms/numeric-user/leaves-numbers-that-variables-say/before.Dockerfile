FROM debian:12
ARG APP_UID=1000
ARG APP_GID=1000
RUN groupadd -g $APP_GID app && useradd -u $APP_UID -g $APP_GID app && useradd --uid=${APP_UID} worker
RUN adduser --uid "$APP_UID" --disabled-password web
USER app
RUN id
USER worker
RUN id
USER web
CMD ["/usr/bin/env"]
