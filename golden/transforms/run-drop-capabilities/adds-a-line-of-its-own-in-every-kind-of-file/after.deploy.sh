#!/bin/bash
set -eu
# the database
if ! docker inspect db >/dev/null 2>&1; then
	sudo docker run -d \
		--name db \
		-e POSTGRES_USER="$USER" \
		-v "$HOME/data":/var/lib/postgresql/data \
		--cap-drop=ALL \
		--cap-add=CHOWN \
		--cap-add=DAC_OVERRIDE \
		--cap-add=FOWNER \
		--cap-add=SETGID \
		--cap-add=SETUID \
		postgres:16 # the newest
fi
id=$(docker run -dp 8080:80 \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=NET_BIND_SERVICE \
    --cap-add=SETGID \
    --cap-add=SETUID \
    "nginx:1.26")
echo "started $id"
