FROM node:22 AS build
RUN npm ci && npm cache clean --force
RUN npm install && rm -rf ~/.npm
RUN --mount=type=cache,target=/root/.npm npm ci
RUN npm ci || npm install
RUN npm_config_cache=/tmp/c npm ci
