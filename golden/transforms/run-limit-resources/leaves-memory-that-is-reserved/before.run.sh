docker run -d --memory-reservation 2g --name cache redis:7
docker run -d --memory-swap=512m memcached:1.6-alpine
podman run -d --memory-reservation=256m --pids-limit 99 postgres:16
docker run -d --memory-swap -1 --memory 1g nginx:1.26
