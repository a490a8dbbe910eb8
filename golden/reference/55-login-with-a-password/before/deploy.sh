#!/bin/sh
set -eu
docker login -u deploy -p Quohth7eixei registry.example.com
docker push registry.example.com/shop:1.4
