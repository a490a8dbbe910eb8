docker run -d --memory 64m --pids-limit 20 nginx:1.26
docker run --rm alpine:3.20 true
docker run -d example.com/team/app:1
