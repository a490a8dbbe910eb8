docker run -d --entrypoint sh --cap-drop=ALL nginx:1.26 -c 'sleep 1'
docker run -d -v "$PWD"/conf:/etc/nginx/conf.d \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=DAC_OVERRIDE \
    --cap-add=NET_BIND_SERVICE \
    --cap-add=SETGID \
    --cap-add=SETUID \
    nginx:$TAG
docker run -d --user 1000:1000 -p 8080:8080 --cap-drop=ALL node:20 node server.js
docker run -d \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=DAC_OVERRIDE \
    --cap-add=FOWNER \
    --cap-add=SETGID \
    --cap-add=SETUID \
    example.com/team/app:1
