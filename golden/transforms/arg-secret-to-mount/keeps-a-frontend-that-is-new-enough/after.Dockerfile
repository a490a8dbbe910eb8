# syntax=docker/dockerfile:1.10
FROM alpine:3.20
RUN --mount=type=cache,target=/c --mount=type=secret,id=api_token,env=API_TOKEN,required=true ./fetch "$API_TOKEN"
