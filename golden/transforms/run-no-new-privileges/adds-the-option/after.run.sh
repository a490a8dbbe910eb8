docker run -d --security-opt label=level:s0 --security-opt=no-new-privileges redis:7 # a cache
docker create --name=x --security-opt=no-new-privileges postgres:16 -c shared_buffers=256MB
