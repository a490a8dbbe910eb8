FROM debian:12
RUN groupadd -g 1000 app && useradd -u 1000 -g app app
RUN groupadd -g 1100 data && useradd -u 1100 -g data data
RUN groupmod -g 2000 app
USER app:app
RUN id
USER data:data
RUN id
USER app
CMD ["/usr/bin/env"]
