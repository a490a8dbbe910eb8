FROM debian:12
RUN set -eux; \
	apt-get update; \
	apt-get install -y --no-install-recommends \
		ca-certificates \
		curl; \
	update-ca-certificates;
RUN apt-get update ;\
  apt-get install -y --no-install-recommends curl ;\
  apt-get autoclean -y
RUN apt-get update; apt-get install -y --no-install-recommends git
RUN set -e; \
    apt-get update && apt-get install -y --no-install-recommends jq; \
    jq --version && echo done
