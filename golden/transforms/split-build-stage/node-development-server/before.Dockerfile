FROM node:22
WORKDIR /app
COPY package.json ./
RUN npm install
COPY src src
RUN npm run build
CMD ["nodemon", "dist/server.js"]
