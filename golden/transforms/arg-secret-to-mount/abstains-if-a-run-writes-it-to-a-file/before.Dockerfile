FROM node:20
ARG NPM_TOKEN
RUN echo "//registry.example.com/:_authToken=$NPM_TOKEN" > .npmrc
RUN npm ci
RUN rm .npmrc
