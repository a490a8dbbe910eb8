docker run -d example.com/team/app:1
docker run -d --device /dev/ttyUSB0 example.com/team/app:1
docker run -d --cap-add=NET_ADMIN example.com/team/app:1 sh -c 'ip link set wg0 up && exec app'
