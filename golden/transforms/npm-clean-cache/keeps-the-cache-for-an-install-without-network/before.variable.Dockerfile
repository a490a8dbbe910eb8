FROM node:22
RUN npm ci
RUN npm_config_offline=true npm ci --omit=dev
FROM node:22 AS other
RUN npm ci
RUN npm config get registry
