#!/bin/sh
set -e
if ! docker login --username="$U" --password="$P" registry.example.com; then exit 1; fi
docker build . && sudo docker login -u ci -p $TOKEN && docker push x
DOCKER_CONFIG=/tmp/c docker login -u ci \
  -p "$(cat /run/token)" \
  registry.example.com
out=$(podman login -p=${TOKEN} -u ci quay.io)
