FROM debian:bookworm
ARG V=1
ADD --checksum=sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730 https://example.com/a.tar.gz /opt/
ADD https://example.com/$V.tar.gz /opt/
ADD https://example.com/a.tar.gz https://example.com/latest/b /opt/
ADD https://example.com/a.git#main /src
ADD git@example.com:a/b.git /src
ADD a.tar.gz /opt/
