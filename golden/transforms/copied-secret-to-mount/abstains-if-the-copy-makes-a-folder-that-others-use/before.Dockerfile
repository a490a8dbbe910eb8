FROM golang:1.22
COPY id_rsa /root/.ssh/id_rsa
RUN ssh-keyscan github.com >> /root/.ssh/known_hosts && git clone git@github.com:example/app.git
