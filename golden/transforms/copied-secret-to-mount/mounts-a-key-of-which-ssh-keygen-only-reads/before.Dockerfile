FROM debian:12-slim
COPY id_ed25519 /root/.ssh/id_ed25519
RUN chmod 600 /root/.ssh/id_ed25519 && ssh-keygen -y -f /root/.ssh/id_ed25519 > /etc/deploy.pub
COPY . /srv
CMD ["/srv/run"]
