#!/bin/bash
set -eu
# the database
if ! docker inspect db >/dev/null 2>&1; then
	sudo docker run -d \
		--name db \
		-e POSTGRES_USER="$USER" \
		-v "$HOME/data":/var/lib/postgresql/data \
		postgres:16 # the newest
fi
id=$(docker run -dp 8080:80 "nginx:1.26")
echo "started $id"
