FROM debian:bookworm
RUN apt-get update && apt-get install -y netcat-openbsd vim dnsutils less openssh-server openssh-client nano telnet
RUN echo "set number" > /root/.vimrc && mkdir /run/sshd
ENV PAGER=less
HEALTHCHECK CMD nc -z localhost 8080
ENTRYPOINT ["sh", "-c", "/usr/sbin/sshd && exec /app --resolve $(dig +short db)"]
