FROM debian:12
RUN apt-get update -o Acquire::Retries=3 && \
    apt-get install -y curl
ENV LANG=C.UTF-8
# tools
RUN apt-get install -y git && \
    git --version
RUN set -e; apt-get install -y jq; jq --version
