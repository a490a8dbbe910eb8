# syntax=docker/dockerfile:1
FROM node:20
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN,required=true --mount=type=secret,id=api_password,env=API_PASSWORD,required=true ./fetch "$NPM_TOKEN" "$API_PASSWORD"
