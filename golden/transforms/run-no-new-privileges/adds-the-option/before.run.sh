docker run -d --security-opt label=level:s0 redis:7 # a cache
docker create --name=x postgres:16 -c shared_buffers=256MB
