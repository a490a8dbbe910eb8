docker run -d \
  --name cache \
  redis:7
podman run --detach nginx:1.26
docker run -d --name a redis:7 --privileged
