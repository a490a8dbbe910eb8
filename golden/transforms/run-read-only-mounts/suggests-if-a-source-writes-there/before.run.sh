docker build -t scan .
docker run -d -v /etc:/host/etc scan
docker run -d -v /:/host --user 1000:1000 scan
