FROM node:20 AS packages
WORKDIR /shop
COPY package.json yarn.lock ./
RUN yarn install --pure-lockfile
FROM packages AS base
FROM base
RUN --mount=from=packages,source=/usr/local/share/.cache/yarn,target=/usr/local/share/.cache/yarn yarn install --offline
