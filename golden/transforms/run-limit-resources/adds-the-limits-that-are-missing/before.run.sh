docker run -d -m 64m nginx:1.26
docker run -d --cpus 2 --memory=1g postgres:16
docker container run -d redis:7 --appendonly yes
docker --context far run -d \
	memcached:1.6-alpine
