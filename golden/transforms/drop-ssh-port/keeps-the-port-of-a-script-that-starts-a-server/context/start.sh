#!/bin/sh
apk add openssh
exec /usr/sbin/sshd -D
