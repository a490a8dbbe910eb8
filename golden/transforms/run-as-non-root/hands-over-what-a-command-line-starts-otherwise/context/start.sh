#!/bin/sh
set -e
docker build -t board .
docker run -d --entrypoint ./watch.sh board
