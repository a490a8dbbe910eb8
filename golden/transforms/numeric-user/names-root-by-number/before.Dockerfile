FROM node:20 AS build
USER root:root
RUN npm --version
FROM node:20
USER root
RUN true
USER node
