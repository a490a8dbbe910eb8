docker run -d --entrypoint sh nginx:1.26 -c 'sleep 1'
docker run -d -v "$PWD"/conf:/etc/nginx/conf.d nginx:$TAG
docker run -d --user 1000:1000 -p 8080:8080 node:20 node server.js
docker run -d example.com/team/app:1
