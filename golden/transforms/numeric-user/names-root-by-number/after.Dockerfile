FROM node:20 AS build
USER 0:0
RUN npm --version
FROM node:20
USER 0
RUN true
USER 1000
