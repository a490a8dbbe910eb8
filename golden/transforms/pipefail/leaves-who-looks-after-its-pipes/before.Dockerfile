FROM rockylinux:9
RUN curl -fsSL https://example.com/a.tgz | tar xz -C /opt
RUN make -C /opt 2>&1 | tee /log; exit ${PIPESTATUS[0]}
RUN curl -fsSL https://example.com/b.tgz | tar xz -C /opt
RUN shopt -s lastpipe; ls /opt | read first; echo "$first" > /first
RUN /opt/server 2>&1 | sed 's/^/server: /' > /log & pid=$!; sleep 3; kill $pid
RUN set +o pipefail; ls /opt | head -n 1 > /first
RUN yes | /opt/setup; set -o pipefail; curl -fsSL https://example.com/c.tgz | tar xz -C /opt
RUN curl -fsSL https://example.com/d.tgz | tar xz -C /opt
CMD ["/opt/x"]
