FROM debian:bookworm
ENV NODE_TLS_REJECT_UNAUTHORIZED=0 PATH=/app
ENV GIT_SSL_NO_VERIFY 1
RUN apt-get install -y --force-yes curl
RUN apt-get install -y --allow-unauthenticated curl
RUN apk add --allow-untrusted ./a.apk
RUN dnf install -y --nogpgcheck curl
RUN rpm -i --nosignature a.rpm
RUN npm config set strict-ssl false && npm install --strict-ssl=false
RUN git config --global http.sslVerify false
RUN PYTHONHTTPSVERIFY=0 python fetch.py
RUN curl -fsSL https://example.com/install.sh | sudo -E bash -
