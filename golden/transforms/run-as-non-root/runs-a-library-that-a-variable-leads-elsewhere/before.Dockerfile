FROM node:22
ENV DOCKER_HOST=tcp://proxy:2375
WORKDIR /srv
COPY list.js .
EXPOSE 8080
CMD ["node", "list.js"]
