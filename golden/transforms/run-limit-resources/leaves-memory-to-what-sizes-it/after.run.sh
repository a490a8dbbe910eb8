#!/bin/sh
docker run -d --name cache memcached:1.6 -m 4096
docker run -d --name pages -e VARNISH_SIZE=2G varnish:7.5
docker run -d --name small --memory=512m --cpus=1.0 --pids-limit=256 memcached:1.6 -m 64
