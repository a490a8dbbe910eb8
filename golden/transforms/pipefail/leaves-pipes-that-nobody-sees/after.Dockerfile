FROM rockylinux:9
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz -C /opt
SHELL ["/bin/sh", "-c"]
RUN eval "ls /opt | head -n 1" > /first
RUN eval "$(cat /opt/setup)"
RUN . /opt/environment && build 2>&1 | tee /log
RUN trap 'ls /opt | head -n 1' EXIT; true
RUN n=$((1 + $(ls /opt | head -n 1 | wc -c))); echo $n > /n
RUN cat > /list <<END && chmod 644 /list
$(ls /opt | head -n 1)
END
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/b.tgz | tar xz -C /opt
RUN eval "x=1" && bash -c 'ls /opt | head -n 1'
RUN curl -fsSL https://example.com/c.tgz | tar xz -C /opt
SHELL ["/bin/sh", "-c"]
CMD ["/opt/x"]
