FROM node:20-slim
ADD https://example.com/tini /tini
RUN chmod 755 /tini
WORKDIR /app
COPY index.js .
ADD https://example.com/data.json /srv/data.json
EXPOSE 3000
ENTRYPOINT ["/tini", "--"]
CMD ["node", "index.js"]
