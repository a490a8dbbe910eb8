# syntax=docker/dockerfile:1
FROM alpine:3.20
RUN apk add --no-cache git openssh-client
RUN --mount=type=ssh git clone git@git.example.com:shop/theme.git /theme
USER 1000:1000
CMD ["ls", "/theme"]
