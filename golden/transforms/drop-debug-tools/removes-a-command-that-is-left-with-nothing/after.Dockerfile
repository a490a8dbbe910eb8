FROM alpine:3.20
RUN adduser -S app
USER app
CMD ["httpd", "-f"]
