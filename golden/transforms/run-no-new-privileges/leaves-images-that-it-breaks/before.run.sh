docker run -d -p 5050:80 dpage/pgadmin4:8
docker run -d --security-opt no-new-privileges:true redis:7
docker run redis:7 redis-cli -h cache ping
