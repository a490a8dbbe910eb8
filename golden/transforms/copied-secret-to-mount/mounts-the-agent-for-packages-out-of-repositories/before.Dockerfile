FROM node:20
WORKDIR /app
RUN mkdir -p /root/.ssh && ssh-keyscan git.example.com >> /root/.ssh/known_hosts
COPY id_rsa /root/.ssh/id_rsa
RUN git clone git@git.example.com:team/app.git .
RUN npm ci
RUN rm /root/.ssh/id_rsa
