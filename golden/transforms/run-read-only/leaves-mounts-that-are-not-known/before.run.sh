docker run -d -v "$VOLUMES" nginx:1.26
docker run -d --volumes-from other nginx:1.26
docker run -d --read-only=false nginx:1.26
docker run -d traefik:3.1
