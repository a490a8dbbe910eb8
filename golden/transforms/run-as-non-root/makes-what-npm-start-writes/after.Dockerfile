FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN touch /var/lib/app.log \
    && chown node:node /var/lib/app.log \
    && chown -R node:node /app
USER 1000:1000
CMD ["npm", "start"]
