FROM debian:12-slim
COPY . /src/
WORKDIR /src
RUN ./tools/prepare.sh
RUN useradd -u 1500 svc
USER svc
CMD ["/usr/local/bin/probe"]
