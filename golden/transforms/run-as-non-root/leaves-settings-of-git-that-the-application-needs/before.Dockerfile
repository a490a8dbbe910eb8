FROM node:22
RUN git config --global user.email bot@example.org
WORKDIR /srv
COPY notes.js .
EXPOSE 8080
CMD ["node", "notes.js"]
