docker run -d -p 8080:8080 -e PORT=8080 example.com/team/app:1
docker run -d -p 8080:80 example.com/team/app:1
docker run -d example.com/team/job:1
docker run -d --shm-size=1g example.com/team/model:1
docker run -d -p 80:80 nginx:1.27
