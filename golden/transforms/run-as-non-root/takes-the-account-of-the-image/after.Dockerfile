FROM node:18
# copy the sources
COPY --chown=node:node . /app
WORKDIR /app
RUN apt-get update && apt-get install -y curl wget
EXPOSE 3000
RUN chown node:node /app
USER 1000:1000
CMD ["node", "app.js"]
