ARG TAG=latest
FROM node:$TAG
FROM redis:$TAG
