docker run -d --name pages --label ofelia.job-exec.own.command="chown -R 1000 /usr/share/nginx/html" nginx:1.27
docker run -d --name asked --label ofelia.job-exec.ask.command="redis-cli dbsize" redis:7
