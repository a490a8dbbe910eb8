FROM node:22
WORKDIR /srv
COPY label.js .
CMD ["node", "/srv/label.js"]
