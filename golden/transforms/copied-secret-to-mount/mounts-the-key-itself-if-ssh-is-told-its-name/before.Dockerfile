FROM debian:12
RUN mkdir -p /root/.ssh
COPY keys/id_rsa /root/.ssh/id_rsa
RUN GIT_SSH_COMMAND="ssh -i /root/.ssh/id_rsa" git clone git@example.com:a/b.git /src
