FROM ubuntu:24.04 AS shared
RUN useradd --non-unique --uid 1000 --create-home dev
USER dev

FROM ubuntu:24.04 AS short
RUN useradd -ou 1000 -d /srv/app app
USER app

FROM ubuntu:24.04 AS of-the-image
RUN if id builder; then true; else useradd -u 1000 builder; fi
USER builder

FROM ubuntu:24.04
RUN userdel -r ubuntu && useradd -u 1000 -m web
USER 1000
CMD ["/usr/bin/env"]
