#!/bin/sh
podman run -d --name cache --memory=512m --pids-limit=256 docker.io/library/redis:7.2
docker run -d --name cache --memory=512m --cpus=1.0 --pids-limit=256 redis:7.2
podman create --name rows --cpus=2 --memory=1g --pids-limit=512 docker.io/library/postgres:16
