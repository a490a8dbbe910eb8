FROM node:22-slim
WORKDIR /shop
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/shop/.npm npm set cache /shop/.npm && npm ci
