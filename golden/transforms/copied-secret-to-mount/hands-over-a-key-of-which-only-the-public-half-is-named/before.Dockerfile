FROM debian:12
COPY id_rsa id_rsa.pub /root/.ssh/
RUN cat /root/.ssh/id_rsa.pub > /root/.ssh/authorized_keys
RUN git config --global user.name app
