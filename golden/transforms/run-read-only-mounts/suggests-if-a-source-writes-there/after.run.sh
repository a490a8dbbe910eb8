docker build -t scan .
docker run -d -v /etc:/host/etc:ro scan
docker run -d -v /:/host:ro --user 1000:1000 scan
