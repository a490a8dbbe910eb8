FROM --platform=$BUILDPLATFORM node:20 AS build
FROM --platform=linux/amd64 node:20
