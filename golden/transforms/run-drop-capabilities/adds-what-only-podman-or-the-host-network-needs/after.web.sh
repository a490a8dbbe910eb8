podman run -d -p 80:80 \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=NET_BIND_SERVICE \
    --cap-add=SETGID \
    --cap-add=SETUID \
    nginx:1.26
docker run -d --network=host \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=NET_BIND_SERVICE \
    --cap-add=SETGID \
    --cap-add=SETUID \
    nginx:1.26
docker run -d --cap-add NET_RAW --cap-add=CAP_CHOWN \
    --cap-drop=ALL \
    --cap-add=NET_BIND_SERVICE \
    --cap-add=SETGID \
    --cap-add=SETUID \
    nginx:1.26
