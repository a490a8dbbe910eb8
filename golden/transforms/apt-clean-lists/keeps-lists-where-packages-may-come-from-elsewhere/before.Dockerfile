FROM debian:12 AS sources
RUN apt-get update && apt-get install -y curl
COPY extra.list /etc/apt/sources.list.d/
RUN apt-get install -y git

FROM debian:12 AS packaged
RUN apt-get update && apt-get install -y curl && curl -fsSLO https://example.com/repository.deb && dpkg -i repository.deb
RUN apt-get install -y git

FROM debian:12 AS tolerant
RUN apt-get update || true; apt-get install -y curl
RUN apt-get install -y git

FROM debian:12
RUN apt-get update && apt-get install -y curl
RUN if [ -n "$DEBUG" ]; then apt-get install -y gdb; fi
COPY --from=sources /usr/bin/git /a
COPY --from=packaged /usr/bin/git /b
COPY --from=tolerant /usr/bin/git /c
