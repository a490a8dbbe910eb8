#!/bin/sh
set -e
# the token comes from the caller
docker build \
  --build-arg VERSION="$1" \
  --build-arg "NPM_TOKEN=$NPM_TOKEN" \
  -t app .
docker push app
