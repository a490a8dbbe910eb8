FROM node:22
WORKDIR /srv
COPY . .
RUN chown root:root token.json && chmod 640 token.json
EXPOSE 8080
CMD ["node", "token.js"]
