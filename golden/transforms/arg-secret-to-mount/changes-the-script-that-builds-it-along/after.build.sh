#!/bin/sh
set -e
# the token comes from the caller
docker build \
  --build-arg VERSION="$1" \
  --secret id=npm_token,env=NPM_TOKEN \
  -t app .
docker push app
