#!/bin/sh
docker run -d --name cache memcached:1.6 -m 4096
docker run -d --name pages -e VARNISH_SIZE=2G varnish:7.5
docker run -d --name small memcached:1.6 -m 64
