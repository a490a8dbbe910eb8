# escape=\
FROM alpine:3.20
ARG VERSION=1 API_TOKEN
RUN apk add curl
RUN curl -H "X-Token: ${API_TOKEN}" \
      https://example.com/$VERSION -o /file
RUN echo done
