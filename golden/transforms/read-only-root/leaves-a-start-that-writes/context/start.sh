#!/bin/bash
x11vnc -storepasswd "$VNC_PASSWORD" > /root/.vnc/passwd
exec x11vnc -forever
