FROM node AS build
RUN npm --version
FROM docker.io/library/nginx:latest
COPY --from=build /x /x
FROM example.com/team/base:latest
