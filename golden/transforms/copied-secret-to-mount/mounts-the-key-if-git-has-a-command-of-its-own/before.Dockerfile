FROM debian:12
RUN mkdir -p /root/.ssh
COPY id_rsa /root/.ssh/id_rsa
RUN chmod 600 /root/.ssh/id_rsa && \
    ssh-keyscan git.example.com >> /root/.ssh/known_hosts && \
    GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no" git clone ssh://git@git.example.com/team/app.git /src && \
    rm /root/.ssh/id_rsa
