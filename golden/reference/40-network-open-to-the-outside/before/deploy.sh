#!/bin/sh
set -eu
docker network create backend
docker run -d --name db --network=backend postgres:16.6
docker run -d --name jobs --network=backend redis:7.4
