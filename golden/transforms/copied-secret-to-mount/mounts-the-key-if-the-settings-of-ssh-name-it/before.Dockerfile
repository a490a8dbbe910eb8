FROM debian:12
RUN mkdir -p /root/.ssh
COPY id_rsa /root/.ssh/
RUN printf 'Host git.example.com\n  IdentityFile /root/.ssh/id_rsa\n  StrictHostKeyChecking no\n' > /root/.ssh/config && \
    git clone git@git.example.com:team/app.git /src
