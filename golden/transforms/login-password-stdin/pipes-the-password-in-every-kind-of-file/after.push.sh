#!/bin/sh
set -e
if ! printf '%s' "$P" | docker login --username="$U" --password-stdin registry.example.com; then exit 1; fi
docker build . && printf '%s' "$TOKEN" | sudo docker login -u ci --password-stdin && docker push x
printf '%s' "$(cat /run/token)" | DOCKER_CONFIG=/tmp/c docker login -u ci \
  --password-stdin \
  registry.example.com
out=$(printf '%s' "${TOKEN}" | podman login --password-stdin -u ci quay.io)
