FROM golang:1.22
RUN mkdir -p /root/.ssh && ssh-keyscan github.com >> /root/.ssh/known_hosts
COPY id_rsa /root/.ssh/id_rsa
RUN chmod 600 /root/.ssh/id_rsa && git clone git@github.com:example/app.git /src
RUN rm /root/.ssh/id_rsa
