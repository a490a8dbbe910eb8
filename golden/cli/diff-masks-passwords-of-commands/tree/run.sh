#!/bin/sh
curl -u me:sixth-horse-9 http://x
docker run -d nginx:1.29
