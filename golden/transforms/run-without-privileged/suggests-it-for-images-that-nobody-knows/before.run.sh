docker run -d --privileged example.com/team/app:1
docker run -d --privileged --device /dev/ttyUSB0 example.com/team/app:1
docker run -d --privileged example.com/team/app:1 sh -c 'ip link set wg0 up && exec app'
