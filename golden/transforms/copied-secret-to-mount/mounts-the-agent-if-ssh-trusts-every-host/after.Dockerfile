# syntax=docker/dockerfile:1
FROM debian:12
RUN apt-get update && apt-get install -y git openssh-client
RUN mkdir -p /root/.ssh && echo "Host *\n  StrictHostKeyChecking no" > /root/.ssh/config
# the key must not be readable for others
RUN --mount=type=ssh git clone git@git.example.com:team/app.git /src
