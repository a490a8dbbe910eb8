FROM node:26 AS build
RUN npm --version
FROM docker.io/library/nginx:1.31
COPY --from=build /x /x
FROM example.com/team/base:latest
