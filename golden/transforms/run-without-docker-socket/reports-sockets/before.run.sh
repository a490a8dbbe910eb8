docker run -d -v /var/run/docker.sock:/var/run/docker.sock:ro traefik:3.1
docker run --rm --mount type=bind,src=/run/podman/podman.sock,dst=/var/run/docker.sock example.com/ci:1
docker run --rm -v /var/run/docker:/x -v sock:/var/run/docker.sock example.com/ci:1
