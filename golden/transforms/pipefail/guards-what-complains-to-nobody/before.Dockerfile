FROM node:20-bookworm
RUN curl -fsSL https://example.com/a.tgz | tar xz -C /srv
# Any of the three files may be missing.
RUN cat /etc/motd.local /etc/issue.local 2>/dev/null | sort -u > /srv/greeting
RUN sed -n 's/^a=//p' /srv/*.ini 2>> /dev/null | sort > /srv/a
RUN tail -n 1 /srv/log 2>&- | tee /srv/last
RUN tar cf - /srv/extra >&2 2>/dev/null | cat
RUN date -r /srv/stamp >/dev/null 2>&1 | cat
# Messages that go into the pipe, or into a file, are not lost.
RUN curl -fSL https://example.com/log 2>&1 | tee /srv/log
RUN curl -fSL https://example.com/b 2>/srv/errors | tar xz -C /srv
RUN curl -fsSL https://example.com/c.tgz | tar xz -C /srv
CMD ["node", "/srv/main.js"]
