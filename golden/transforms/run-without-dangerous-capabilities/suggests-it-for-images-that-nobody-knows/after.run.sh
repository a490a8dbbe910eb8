docker run -d example.com/team/app:1
docker run -d example.com/team/app:1
