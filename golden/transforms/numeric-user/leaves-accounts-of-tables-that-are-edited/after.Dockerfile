FROM node:20 AS edited
RUN sed -i 's/node:x:1000:1000/node:x:1234:1234/' /etc/passwd
USER node

FROM node:20 AS replaced
COPY accounts/passwd accounts/group /etc/
USER node

FROM node:20 AS written
RUN grep -v games /etc/passwd > /tmp/passwd && cat /tmp/passwd > /etc/passwd
USER node

FROM node:20
RUN echo 'late:x:1700:1700::/:/bin/sh' >> /etc/passwd && chmod g=u /etc/passwd && grep -q node /etc/group
USER 1000
CMD ["node", "server.js"]
