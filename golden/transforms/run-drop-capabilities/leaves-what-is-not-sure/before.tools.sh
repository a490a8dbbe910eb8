docker run --rm -it -v "$PWD":/src -w /src node:20 bash
docker run --rm -v "$PWD":/src golang:1.22 go test ./...
docker run -d $OPTIONS nginx:1.26
docker run -d "$@"
docker run -d "$IMAGE"
docker run -d --unheard-of x nginx:1.26
docker run -d nginx:1.26 bash -c 'apt-get update; nginx'
docker run -d example.com/team/app:1
docker run -d --cap-drop ALL nginx:1.26
docker run -d --privileged nginx:1.26
docker run -d --name web nginx:1.26 && docker exec web apt-get update
docker compose run -d web
docker service create nginx:1.26
echo docker run -d nginx:1.26
cat <<EOF
docker run -d nginx:1.26
EOF
