FROM fedora:42
RUN set -eux; \
    dnf install -y shadow-utils; \
    useradd app
RUN dnf install -y httpd; echo hello > /var/www/html/index.html
RUN dnf install -y tar; dnf install -y gzip
