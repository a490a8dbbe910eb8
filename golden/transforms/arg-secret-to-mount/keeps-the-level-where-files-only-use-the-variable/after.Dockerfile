# syntax=docker/dockerfile:1
FROM node:22-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN,required=true echo "//npm.example.org/:_authToken=$NPM_TOKEN" > .npmrc && npm ci && rm -f .npmrc
CMD ["node", "i.js"]
