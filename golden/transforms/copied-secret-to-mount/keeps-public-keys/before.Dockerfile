FROM debian:12-slim
COPY vendor.key /tmp/vendor.key
RUN apt-key add /tmp/vendor.key
COPY docker.key /etc/apt/keyrings/docker.key
COPY inside.pem /usr/local/share/ca-certificates/inside.crt
RUN update-ca-certificates
COPY signed.pem /opt/signed.pem
RUN cat /opt/signed.pem >> /etc/ssl/cert.pem
