docker run -it --security-opt seccomp=unconfined ubuntu:24.04
docker run -d --security-opt label=disable -v /srv/html:/usr/share/nginx/html nginx:1.26
docker run -d --security-opt seccomp=profile.json nginx:1.26
