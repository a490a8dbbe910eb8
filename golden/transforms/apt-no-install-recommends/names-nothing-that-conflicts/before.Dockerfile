FROM debian:12
RUN apt-get update && apt-get install -y postfix mailutils
FROM debian:12
RUN apt-get update && apt-get install -y ssmtp
RUN apt-get update && apt-get install -y mailutils cron
FROM debian:12
RUN apt-get update && apt-get install -y mailutils
