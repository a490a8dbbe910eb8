FROM node:20
ARG NPM_TOKEN
RUN echo "//registry.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci && rm .npmrc
