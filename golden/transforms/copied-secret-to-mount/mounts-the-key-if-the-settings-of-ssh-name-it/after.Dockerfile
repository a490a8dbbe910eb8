# syntax=docker/dockerfile:1
FROM debian:12
RUN mkdir -p /root/.ssh
RUN --mount=type=secret,id=id_rsa,target=/root/.ssh/id_rsa,required=true printf 'Host git.example.com\n  IdentityFile /root/.ssh/id_rsa\n  StrictHostKeyChecking no\n' > /root/.ssh/config && \
    git clone git@git.example.com:team/app.git /src
