FROM node:20-bookworm
RUN curl -fsSL https://example.com/a.tgz | tar xz -C /srv
RUN jq -er .name /srv/package.json | tee /srv/name
RUN jq --exit-status .main /srv/package.json | tee /srv/main
RUN awk '/^app/{found=1} END{exit !found}' /etc/passwd | tee /srv/found
RUN sha256sum -c /srv/sums | sort > /srv/checked
RUN sort --check /srv/list | tee /srv/order
RUN wget -S --spider https://example.com/ 2>&1 | tee /srv/head
RUN gpg --verify /srv/a.sig | tee /srv/verdict
RUN openssl verify /srv/cert.pem | tee /srv/cert
RUN sed '/end/q3' /srv/list | tee /srv/start
RUN timeout 5 cat /srv/slow | tee /srv/some
RUN cat /srv/a | tr a b > /srv/b; echo $? > /srv/status
RUN jq -r .name /srv/package.json | tee /srv/name
RUN curl -fsSL https://example.com/c.tgz | tar xz -C /srv
CMD ["node", "/srv/main.js"]
