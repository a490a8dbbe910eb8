FROM debian:12
RUN useradd app && useradd worker
USER app
RUN id
USER worker
CMD ["/usr/bin/env"]
