FROM debian:bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN (set +o pipefail; curl -fsSL https://example.com/install.sh | bash)
SHELL ["/bin/sh", "-c"]
