FROM node:22
WORKDIR /srv
COPY gate.js .
CMD ["node", "gate.js"]
