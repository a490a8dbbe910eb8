#!/bin/sh
set -eu
docker run -d registry.example.com/shop:1.4
