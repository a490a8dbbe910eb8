FROM alpine:3.20
RUN apk add --no-cache python3
COPY server.py /opt/shop/
WORKDIR /opt/shop
ENTRYPOINT ["python3", "server.py"]
