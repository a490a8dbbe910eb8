podman run -d -p 80:80 nginx:1.26
docker run -d --network=host nginx:1.26
docker run -d --cap-add NET_RAW --cap-add=CAP_CHOWN nginx:1.26
