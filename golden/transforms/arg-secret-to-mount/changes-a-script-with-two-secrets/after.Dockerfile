# syntax=docker/dockerfile:1
FROM node:20
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN --mount=type=secret,id=api_password,env=API_PASSWORD ./fetch "$NPM_TOKEN" "$API_PASSWORD"
