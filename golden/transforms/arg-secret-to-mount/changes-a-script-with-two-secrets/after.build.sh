#!/bin/sh
API_PASSWORD=$(cat password)
API_PASSWORD="$API_PASSWORD" docker build --secret id=other,src=other.txt \
  --secret id=npm_token,env=NPM_TOKEN --secret id=api_password,env=API_PASSWORD .
