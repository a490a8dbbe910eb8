#!/bin/sh
podman run -d --name cache docker.io/library/redis:7.2
docker run -d --name cache redis:7.2
podman create --name rows --cpus=2 docker.io/library/postgres:16
