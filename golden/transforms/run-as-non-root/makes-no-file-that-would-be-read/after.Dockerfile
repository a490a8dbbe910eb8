FROM node:20
WORKDIR /app
COPY --chown=node:node . .
EXPOSE 3000
RUN touch /opt/visits.json && chown node:node /app /opt/visits.json
USER 1000:1000
CMD ["node", "app.js"]
