FROM node:18
# copy the sources
COPY . /app
WORKDIR /app
RUN apt-get update && apt-get install -y curl wget
EXPOSE 3000
CMD ["node", "app.js"]
