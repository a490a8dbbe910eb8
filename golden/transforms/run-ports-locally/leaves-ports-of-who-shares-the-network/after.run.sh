#!/bin/sh
docker run -d --name cache -p 80:3000 -p 127.0.0.1:6379:6379 redis:7
docker run -d --network container:cache acme/shop:1
docker run -d --name alone -p 127.0.0.1:7000:7777 redis:7
