docker run -d --cap-add=ALL example.com/team/app:1
docker run -d --cap-add SYS_ADMIN example.com/team/app:1
