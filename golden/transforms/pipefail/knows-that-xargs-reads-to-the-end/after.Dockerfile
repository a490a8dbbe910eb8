FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN find /usr/local -name '*.a' | xargs rm -f
RUN sed 's/#.*//' packages.txt | xargs -r apt-get install -y --no-install-recommends
RUN cat owned | xargs chown root
SHELL ["/bin/sh", "-c"]
