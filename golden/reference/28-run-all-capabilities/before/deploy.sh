#!/bin/sh
set -eu
docker run --cap-add=ALL -d registry.example.com/shop:1.4
