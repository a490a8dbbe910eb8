#!/bin/sh
set -eu
docker build -t registry.example.com/shop:1.4 .
docker run -d registry.example.com/shop:1.4
