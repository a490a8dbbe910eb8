FROM debian:12
RUN useradd --uid 10001 app && useradd --uid 10002 worker
USER 10001
RUN id
USER 10002
CMD ["/usr/bin/env"]
