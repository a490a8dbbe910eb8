FROM alpine:3.22
COPY start.sh /start.sh
EXPOSE 22 80
CMD ["/start.sh"]
