FROM debian:bookworm
ADD --checksum=sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730 https://example.com/a.tar.gz /opt/
ADD --chown=1:1 --checksum=sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730 \
    # the tool
    https://example.com/a.tar.gz /opt/
add --checksum=sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c https://example.com/latest/b /b
ADD https://example.com/c /c
