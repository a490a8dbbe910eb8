docker run -d -p 5432:5432 -p "15432:5432" postgres:16
docker run -dp6379:6379/tcp redis:7
docker run --rm --publish=3306:3306 -p 8080:80 mysql:8
docker run -d -p 5672:5672 rabbitmq:3
