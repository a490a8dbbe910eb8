#!/bin/sh
set -e
chown -R node /data
exec gosu node "$@"
