docker run -d --cap-add=NET_ADMIN --device=/dev/net/tun example.com/team/app:1
docker run -d --cap-add=NET_ADMIN --sysctl=net.ipv4.ip_forward=1 example.com/team/app:1
docker run -d --cap-add=SYS_PTRACE example.com/team/gdbserver:1
