#!/bin/sh
set -eu
docker run --privileged -d registry.example.com/shop:1.4
