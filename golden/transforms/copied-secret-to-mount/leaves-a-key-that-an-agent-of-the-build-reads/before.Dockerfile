FROM debian:12
COPY id_rsa /tmp/id_rsa
RUN eval "$(ssh-agent)" && ssh-add /tmp/id_rsa && git clone git@git.example.com:team/app.git /src
