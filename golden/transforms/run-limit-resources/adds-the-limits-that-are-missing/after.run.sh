docker run -d -m 64m --cpus=1.0 --pids-limit=256 nginx:1.26
docker run -d --cpus 2 --memory=1g --pids-limit=512 postgres:16
docker container run -d --memory=512m --cpus=1.0 --pids-limit=256 redis:7 --appendonly yes
docker --context far run -d \
	--memory=512m \
	--cpus=1.0 \
	--pids-limit=256 \
	memcached:1.6-alpine
