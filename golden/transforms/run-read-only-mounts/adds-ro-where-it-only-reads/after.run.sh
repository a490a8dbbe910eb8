docker run -d -v "/var/log:/var/log:ro" grafana/promtail:3.0.0
docker run -d -v /:/rootfs:ro -v /sys:/sys:ro -v /etc:/host/etc:z,ro example.com/agent:1
docker run -d -v /var/lib/docker:/var/lib/docker:ro gcr.io/cadvisor/cadvisor:v0.49.1
docker run -d --mount type=bind,source=/boot,target=/boot,readonly example.com/agent:1
