# syntax=docker/dockerfile:1
FROM node:20
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN,required=true ./fetch "$NPM_TOKEN"
