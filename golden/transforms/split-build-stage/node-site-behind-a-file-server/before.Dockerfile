FROM node:22
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src src
COPY public public
RUN npm run build
CMD ["npx", "serve", "-s", "build", "-l", "8080"]
