FROM debian:bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN first=$( (set +o pipefail; ls /opt | head -n 1)) \
    && if ! (set +o pipefail; cat /etc/list | grep -q "$(ls / | grep srv)"); then exit 1; fi \
    && `(set +o pipefail; yes | ./setup)`
RUN curl -fsSL https://example.com/a.tgz | tar xz \
    && ( (set +o pipefail; find / -name core | xargs rm -f))
SHELL ["/bin/sh", "-c"]
CMD ["/bin/true"]
