docker run -d -p 80:80 nginx:1.26
docker run --rm --network host --pid=host --userns host example.com/agent:1
docker run -d --pid=container:web nginx:1.26
