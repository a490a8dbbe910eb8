FROM node:20-bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.com/a.tgz | tar xz -C /srv
RUN (set +o pipefail; jq -er .name /srv/package.json | tee /srv/name)
RUN (set +o pipefail; jq --exit-status .main /srv/package.json | tee /srv/main)
RUN (set +o pipefail; awk '/^app/{found=1} END{exit !found}' /etc/passwd | tee /srv/found)
RUN (set +o pipefail; sha256sum -c /srv/sums | sort > /srv/checked)
RUN (set +o pipefail; sort --check /srv/list | tee /srv/order)
RUN (set +o pipefail; wget -S --spider https://example.com/ 2>&1 | tee /srv/head)
RUN (set +o pipefail; gpg --verify /srv/a.sig | tee /srv/verdict)
RUN (set +o pipefail; openssl verify /srv/cert.pem | tee /srv/cert)
RUN (set +o pipefail; sed '/end/q3' /srv/list | tee /srv/start)
RUN (set +o pipefail; timeout 5 cat /srv/slow | tee /srv/some)
RUN (set +o pipefail; cat /srv/a | tr a b > /srv/b); echo $? > /srv/status
RUN jq -r .name /srv/package.json | tee /srv/name
RUN curl -fsSL https://example.com/c.tgz | tar xz -C /srv
SHELL ["/bin/sh", "-c"]
CMD ["node", "/srv/main.js"]
