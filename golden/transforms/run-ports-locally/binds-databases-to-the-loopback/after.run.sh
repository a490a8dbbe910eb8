docker run -d -p 127.0.0.1:5432:5432 -p "127.0.0.1:15432:5432" postgres:16
docker run -dp127.0.0.1:6379:6379/tcp redis:7
docker run --rm --publish=127.0.0.1:3306:3306 -p 127.0.0.1:8080:80 mysql:8
docker run -d -p 127.0.0.1:5672:5672 rabbitmq:3
