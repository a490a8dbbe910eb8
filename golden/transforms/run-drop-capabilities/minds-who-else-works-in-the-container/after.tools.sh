docker run -d --name pages --label ofelia.job-exec.own.command="chown -R 1000 /usr/share/nginx/html" \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=NET_BIND_SERVICE \
    --cap-add=SETGID \
    --cap-add=SETUID \
    nginx:1.27
docker run -d --name asked --label ofelia.job-exec.ask.command="redis-cli dbsize" \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=DAC_OVERRIDE \
    --cap-add=SETGID \
    --cap-add=SETUID \
    redis:7
