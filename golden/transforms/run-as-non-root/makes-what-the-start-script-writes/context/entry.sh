#!/bin/sh
mkdir -p /var/lib/web/spool
date > /var/log/web-start.log
exec "$@"
