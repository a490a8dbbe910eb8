FROM debian:12 AS either
RUN [ -e /etc/motd ] && useradd -u 1500 svc || useradd -u 1600 svc
USER svc

FROM debian:12
RUN groupadd -g 700 media && useradd -u 1500 svc && adduser svc media
USER svc
CMD ["sleep", "9"]
