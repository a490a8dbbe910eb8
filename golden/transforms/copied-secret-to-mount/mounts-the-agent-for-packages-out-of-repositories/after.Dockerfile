# syntax=docker/dockerfile:1
FROM node:20
WORKDIR /app
RUN mkdir -p /root/.ssh && ssh-keyscan git.example.com >> /root/.ssh/known_hosts
RUN --mount=type=ssh git clone git@git.example.com:team/app.git .
RUN --mount=type=ssh npm ci
