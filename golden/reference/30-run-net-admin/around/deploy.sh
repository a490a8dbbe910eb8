#!/bin/sh
set -eu
docker build -t registry.example.com/shop:1.4 .
docker run --cap-add=NET_ADMIN -d registry.example.com/shop:1.4
