#!/bin/sh
API_PASSWORD=$(cat password)
docker build --secret id=other,src=other.txt \
  --build-arg NPM_TOKEN --build-arg API_PASSWORD="$API_PASSWORD" .
