docker run -d -v /etc/localtime:/etc/localtime:ro -v /etc/app/app.conf:/app.conf redis:7
docker run -d -v /home/me/src:/src -v "$PWD":/app -v data:/data -v /srv/data:/x redis:7
docker run -d -v ~/.ssh:/root/.ssh:ro -v /boot:/boot:ro -v /etc:/e:rw example.com/agent:1
