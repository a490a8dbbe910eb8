# syntax=docker/dockerfile:1
# escape=\
FROM alpine:3.20
ARG VERSION=1
RUN apk add curl
RUN --mount=type=secret,id=api_token,env=API_TOKEN,required=true curl -H "X-Token: ${API_TOKEN}" \
      https://example.com/$VERSION -o /file
RUN echo done
