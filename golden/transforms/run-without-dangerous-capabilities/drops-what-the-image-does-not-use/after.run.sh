docker run -d --name cache redis:7
docker run -d --cap-add NET_RAW nginx:1.26
