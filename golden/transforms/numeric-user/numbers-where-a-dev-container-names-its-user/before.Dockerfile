FROM debian:12
RUN useradd -u 1000 -m -s /bin/bash dev
USER root
RUN id
USER dev
