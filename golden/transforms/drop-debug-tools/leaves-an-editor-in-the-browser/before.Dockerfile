FROM ubuntu:24.04
RUN apt-get update && apt-get install -y --no-install-recommends nano openssh-server && rm -rf /var/lib/apt/lists/*
COPY settings.json /etc/editor/
ENTRYPOINT ["tini", "--", "/usr/bin/code-server", "--bind-addr=0.0.0.0:8080"]
