FROM debian:13-slim
SHELL ["/bin/bash", "-c"]
ARG API_TOKEN
RUN if [[ -n $API_TOKEN ]]; then ./login "$API_TOKEN"; fi
