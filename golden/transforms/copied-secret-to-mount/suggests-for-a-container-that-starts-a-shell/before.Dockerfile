FROM debian:12
RUN mkdir -p /root/.ssh
COPY id_rsa /root/.ssh/id_rsa
RUN git clone git@git.example.com:team/app.git /src
ENTRYPOINT ["zsh"]
