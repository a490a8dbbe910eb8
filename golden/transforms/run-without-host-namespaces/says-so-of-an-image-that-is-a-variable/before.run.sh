#!/bin/sh
set -e
docker run -d --network=host $IMAGE
docker run -d --network=host "$REGISTRY/shop:$TAG"
docker run -d --network host
docker run -d --pid=host --ipc host $IMAGE
