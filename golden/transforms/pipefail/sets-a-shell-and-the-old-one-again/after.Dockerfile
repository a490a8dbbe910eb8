FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# the tools
RUN curl -fsSL https://example.com/tools.tgz | tar xz -C /opt
SHELL ["/bin/sh", "-c"]
RUN echo "deb https://example.com stable main" | tee /etc/apt/sources.list.d/example.list
RUN make
CMD run
