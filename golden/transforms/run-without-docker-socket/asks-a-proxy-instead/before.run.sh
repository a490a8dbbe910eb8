docker run -d --name agent \
    -v /var/run/docker.sock:/var/run/docker.sock \
    -v data:/data \
    registry.example.com/agent:3
docker run -d --restart=always -v /var/run/docker.sock:/var/run/docker.sock amir20/dozzle:v8.12
docker run -d --network=web -v /var/run/docker.sock:/var/run/docker.sock registry.example.com/agent:3
docker run -d -v /var/run/docker.sock:/var/run/docker.sock containrrr/watchtower
docker run -d --name docker-proxy -e CONTAINERS=1 -v /var/run/docker.sock:/var/run/docker.sock:ro tecnativa/docker-socket-proxy:v0.4.2
