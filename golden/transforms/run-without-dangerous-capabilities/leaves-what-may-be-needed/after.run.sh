docker run -d --cap-add=NET_ADMIN --device /dev/net/tun example.com/vpn:1
docker run -d --cap-add NET_BIND_SERVICE nginx:1.26
docker run --rm gcc:14 gdb -p 1
