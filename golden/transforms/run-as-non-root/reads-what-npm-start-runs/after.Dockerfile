FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN chown -R node:node /app
USER 1000:1000
CMD ["npm", "start"]
