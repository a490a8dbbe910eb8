FROM debian:12-slim
RUN install -m 04755 /usr/bin/env /usr/local/bin/raised && chmod u=rwxs,go=rx /usr/local/bin/raised
USER nobody
CMD ["/usr/local/bin/raised"]
