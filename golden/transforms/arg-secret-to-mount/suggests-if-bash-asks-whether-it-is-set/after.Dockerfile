# syntax=docker/dockerfile:1
FROM debian:13-slim
SHELL ["/bin/bash", "-c"]
RUN --mount=type=secret,id=api_token,env=API_TOKEN if [[ -n $API_TOKEN ]]; then ./login "$API_TOKEN"; fi
