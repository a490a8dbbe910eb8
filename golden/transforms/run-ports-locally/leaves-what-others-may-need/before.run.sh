docker run -d -p 80:80 -p 443:443 nginx:1.26
docker run -d -p 127.0.0.1:5432:5432 -p $PORT:5432 -p 5432 postgres:16
docker --context prod run -d -p 5432:5432 postgres:16
docker run -d --network host -p 5432:5432 postgres:16
docker run -d -p 8000:8000 example.com/app:1
