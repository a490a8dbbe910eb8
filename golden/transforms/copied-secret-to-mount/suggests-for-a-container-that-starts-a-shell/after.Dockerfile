# syntax=docker/dockerfile:1
FROM debian:12
RUN mkdir -p /root/.ssh
RUN --mount=type=ssh git clone git@git.example.com:team/app.git /src
ENTRYPOINT ["zsh"]
