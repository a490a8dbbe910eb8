#!/bin/sh
# Starts a second database to try things out.
set -eu

docker login -u shop -p "$REGISTRY_PASSWORD" registry.example.com
docker run -d --name staging --privileged \
    -p 5433:5432 \
    -v staging:/var/lib/postgresql/data \
    postgres:16
