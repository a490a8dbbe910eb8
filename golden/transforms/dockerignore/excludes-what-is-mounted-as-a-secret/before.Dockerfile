FROM node:20
WORKDIR /app
COPY package.json ./
RUN --mount=type=secret,id=npmrc,target=/app/.npmrc npm ci
COPY index.js ./
CMD ["node", "index.js"]
