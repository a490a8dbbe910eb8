#!/bin/sh
set -eu
docker run registry.example.com/shop:1.4
