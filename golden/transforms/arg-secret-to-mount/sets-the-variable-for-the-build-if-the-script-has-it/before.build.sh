#!/bin/sh
token=$(cat ~/.token)
DOCKER_BUILDKIT=1 docker build --build-arg NPM_TOKEN=$token -t app .
