FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src src
RUN npm run build
HEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1
CMD ["node", "dist/server.js"]
