FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends postfix mailutils ca-certificates libsasl2-modules
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends ssmtp
RUN apt-get update && apt-get install -y --no-install-recommends mailutils cron
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends mailutils exim4-daemon-light
