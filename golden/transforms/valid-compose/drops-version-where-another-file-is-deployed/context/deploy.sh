#!/bin/sh
# docker stack deploy -c docker-compose.yml was used before
docker stack deploy -c stack.yml shop
