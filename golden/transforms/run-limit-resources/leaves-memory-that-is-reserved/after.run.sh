docker run -d --memory-reservation 2g --name cache --cpus=1.0 --pids-limit=256 redis:7
docker run -d --memory-swap=512m --cpus=1.0 --pids-limit=256 memcached:1.6-alpine
podman run -d --memory-reservation=256m --pids-limit 99 postgres:16
docker run -d --memory-swap -1 --memory 1g --cpus=1.0 --pids-limit=256 nginx:1.26
