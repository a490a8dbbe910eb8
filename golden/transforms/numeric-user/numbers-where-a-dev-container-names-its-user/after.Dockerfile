FROM debian:12
RUN useradd -u 1000 -m -s /bin/bash dev
USER 0
RUN id
USER 1000
