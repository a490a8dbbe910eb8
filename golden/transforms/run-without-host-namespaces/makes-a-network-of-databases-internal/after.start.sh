#!/bin/sh
docker network rm store || true
docker network create -d bridge --internal store
docker run -d --name cache --net store redis:7.4
docker run -d --name base \
  --network name=store,alias=db \
  postgres:16.6
