FROM alpine:3.20
RUN addgroup -S -g 10001 app && adduser -S -D -u 10001 -G app app
RUN apk add --no-cache python3
COPY --chown=app:app server.py /opt/shop/
WORKDIR /opt/shop
RUN chown app:app /opt/shop
USER 10001:10001
ENTRYPOINT ["python3", "server.py"]
