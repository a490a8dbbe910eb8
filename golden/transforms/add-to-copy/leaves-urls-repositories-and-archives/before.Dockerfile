FROM alpine:3.20
ADD https://example.com/tool.txt /opt/
ADD git@example.com:shop/tool.git /opt/tool
ADD rootfs.tar.xz /
ADD app.TGZ /app/
ADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 data.bin /data/
