docker run -d -v "/var/log:/var/log" grafana/promtail:3.0.0
docker run -d -v /:/rootfs:ro -v /sys:/sys -v /etc:/host/etc:z example.com/agent:1
docker run -d -v /var/lib/docker:/var/lib/docker gcr.io/cadvisor/cadvisor:v0.49.1
docker run -d --mount type=bind,source=/boot,target=/boot example.com/agent:1
