#!/bin/sh
# docker run busybox:1 stands in a comment
docker run --rm -v "$PWD:/src" node:20@sha256:786b786b786b786b786b786b786b786b786b786b786b786b786b786b786b786b npm test && echo 'docker run redis:7'
docker run \
  --name cache \
  -d "redis:7@sha256:a0eda0eda0eda0eda0eda0eda0eda0eda0eda0eda0eda0eda0eda0eda0eda0ed" # the cache
podman create 'docker.io/library/busybox:1@sha256:6010601060106010601060106010601060106010601060106010601060106010' sh -c "docker run node:20"
podman run node:20
docker run registry.example.com/team/tool:2@sha256:7001700170017001700170017001700170017001700170017001700170017001 --help
docker build -t app:1 . && docker run app:1
docker tag app:1 redis:8
docker run redis:8
docker run --pull=never node:20
docker run node:${VERSION:-20}
docker run $FLAGS node:20
