docker run -d --privileged docker:27-dind
docker run -d --device /dev/ttyUSB0 redis:7
docker run --rm --privileged tonistiigi/binfmt --install all
docker run -d --privileged=false redis:7
docker run -it --privileged ubuntu:24.04 bash
docker run --privileged $ARGS redis:7
