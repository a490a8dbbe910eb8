#!/bin/sh
docker network create published
docker run -d --network published -p 127.0.0.1:6379:6379 redis:7.4
docker network create unknown
docker run -d --network unknown acme/worker:3
docker run -d --network unknown redis:7.4
docker network create joined
docker run -d --network joined redis:7.4
docker network connect joined proxy
docker network create --internal elsewhere
docker network create overlay-one -d overlay
docker network create --internal inside
docker run -d --network "$NETWORK" redis:7.4
