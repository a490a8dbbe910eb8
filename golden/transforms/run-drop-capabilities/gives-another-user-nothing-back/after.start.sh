#!/bin/sh
docker run -d --name a -u "$(id -u):$(id -g)" --cap-drop=ALL example.org/app:1
docker run -d --name b \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=DAC_OVERRIDE \
    --cap-add=FOWNER \
    --cap-add=SETGID \
    --cap-add=SETUID \
    example.org/app:1
docker run -d --name c -u "$USER_ID" \
    --cap-drop=ALL \
    --cap-add=CHOWN \
    --cap-add=DAC_OVERRIDE \
    --cap-add=FOWNER \
    --cap-add=SETGID \
    --cap-add=SETUID \
    postgres:17
