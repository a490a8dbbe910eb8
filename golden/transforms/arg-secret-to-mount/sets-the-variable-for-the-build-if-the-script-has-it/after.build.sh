#!/bin/sh
token=$(cat ~/.token)
NPM_TOKEN="$token" DOCKER_BUILDKIT=1 docker build --secret id=npm_token,env=NPM_TOKEN -t app .
