# syntax=docker/dockerfile:1
FROM alpine:3.22
RUN --mount=type=secret,id=api_token,env=API_TOKEN,required=true ./fetch "$API_TOKEN"
