FROM debian:12
RUN groupadd -g 1000 app && useradd -u 1000 -g app app
RUN groupadd -g 1100 data && useradd -u 1100 -g data data
RUN groupmod -g 2000 app
USER app:app
RUN id
USER 1100:1100
RUN id
USER 1000
CMD ["/usr/bin/env"]
