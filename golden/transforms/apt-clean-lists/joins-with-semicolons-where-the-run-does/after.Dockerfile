FROM debian:12
RUN set -eux; \
	apt-get update; \
	apt-get install -y --no-install-recommends \
		ca-certificates \
		curl; \
	update-ca-certificates; \
	rm -rf /var/lib/apt/lists/*;
RUN apt-get update ;\
  apt-get install -y --no-install-recommends curl ;\
  rm -rf /var/lib/apt/lists/* ;\
  apt-get autoclean -y
RUN apt-get update; apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
RUN set -e; \
    apt-get update && apt-get install -y --no-install-recommends jq; \
    jq --version && echo done \
    && rm -rf /var/lib/apt/lists/*
