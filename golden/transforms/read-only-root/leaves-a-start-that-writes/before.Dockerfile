FROM debian:13
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
