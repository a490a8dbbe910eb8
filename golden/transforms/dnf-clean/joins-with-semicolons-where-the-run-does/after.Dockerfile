FROM fedora:42
RUN set -eux; \
    dnf install -y shadow-utils; \
    useradd app; \
    dnf clean all
RUN dnf install -y httpd; dnf clean all; echo hello > /var/www/html/index.html
RUN dnf install -y tar; dnf install -y gzip && dnf clean all
