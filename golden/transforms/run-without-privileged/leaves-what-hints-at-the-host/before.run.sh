docker run -d --privileged -v /dev:/dev example.com/team/app:1
docker run -d --privileged --pid=host example.com/team/app:1
docker run -d --privileged example.com/team/dind:1
docker run -it --privileged example.com/team/app:1 sh
