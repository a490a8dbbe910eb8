#!/bin/sh
set -eu
docker run -d --network=host registry.example.com/shop:1.4
