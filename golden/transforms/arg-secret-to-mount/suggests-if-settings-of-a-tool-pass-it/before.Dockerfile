FROM node:22-alpine
ARG NPM_TOKEN
WORKDIR /app
COPY package.json package-lock.json ./
RUN echo "//npm.example.org/:_authToken=$NPM_TOKEN" > .npmrc && npm ci && rm -f .npmrc
CMD ["node", "i.js"]
