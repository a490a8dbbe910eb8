docker run -d --network=host -e PORT=8080 example.com/team/app:1
docker run -d --net host -p 8080:80 example.com/team/app:1
docker run -d --network=host example.com/team/job:1
docker run -d --ipc=host example.com/team/model:1
docker run -d --network=host nginx:1.27
