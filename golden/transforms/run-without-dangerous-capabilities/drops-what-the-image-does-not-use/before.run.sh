docker run -d --cap-add=ALL --name cache redis:7
docker run -d --cap-add NET_RAW --cap-add cap_sys_admin nginx:1.26
