docker run -d \
  --privileged \
  --name cache \
  redis:7
podman run --detach --privileged=true nginx:1.26
docker run -d --name a redis:7 --privileged
