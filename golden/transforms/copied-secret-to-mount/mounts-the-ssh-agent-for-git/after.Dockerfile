# syntax=docker/dockerfile:1
FROM golang:1.22
RUN mkdir -p /root/.ssh && ssh-keyscan github.com >> /root/.ssh/known_hosts
RUN --mount=type=ssh git clone git@github.com:example/app.git /src
