FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# the tools
RUN curl -fsSL https://example.com/tools.tgz | tar xz -C /opt
RUN echo "deb https://example.com stable main" | tee /etc/apt/sources.list.d/example.list
SHELL ["/bin/sh", "-c"]
RUN make
CMD run
