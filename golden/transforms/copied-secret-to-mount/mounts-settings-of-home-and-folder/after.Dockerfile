# syntax=docker/dockerfile:1
FROM node:20
WORKDIR /app
COPY package.json .
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc,required=true --mount=type=secret,id=npmrc,target=/app/.npmrc,required=true npm install
CMD ["node", "x.js"]
