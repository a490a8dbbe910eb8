# syntax=docker/dockerfile:1
FROM debian:12
RUN mkdir -p /root/.ssh
RUN --mount=type=secret,id=id_rsa,target=/root/.ssh/id_rsa,required=true ssh-keyscan git.example.com >> /root/.ssh/known_hosts && \
    GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no" git clone ssh://git@git.example.com/team/app.git /src
