# syntax=docker/dockerfile:1
FROM debian:12
RUN mkdir -p /root/.ssh
RUN --mount=type=secret,id=id_rsa,target=/root/.ssh/id_rsa,required=true GIT_SSH_COMMAND="ssh -i /root/.ssh/id_rsa" git clone git@example.com:a/b.git /src
